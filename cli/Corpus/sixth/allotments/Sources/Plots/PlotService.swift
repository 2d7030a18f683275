public struct PlotService: Sendable {
    let store: PlotStore

    public init(store: PlotStore) { self.store = store }

    public func all() async -> [Plot] { await store.plots }

    public func find(_ id: Int) async -> Plot? { await store.plots.first { $0.id == id } }

    public func rent(of plot: Plot) -> Int { Rent.yearly(of: plot) }
}
