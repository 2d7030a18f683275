public struct SplitService: Sendable {
    let store: any RaceStore

    public init(store: any RaceStore) { self.store = store }

    public func record(_ split: Split) async throws { try await store.record(split) }

    public func splits(of runner: Int) async throws -> [Split] {
        try await store.splits(of: runner).sorted { $0.kilometre < $1.kilometre }
    }

    /// Seconds for a kilometre, over what was run so far.
    public func pace(of runner: Int) async throws -> Int? {
        guard let last = try await splits(of: runner).last, last.kilometre > 0 else { return nil }
        return last.seconds / last.kilometre
    }
}
