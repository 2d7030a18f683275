struct BasketService: Sendable {
    let store: PartStore

    /// The parts that there are of those that are asked for.
    func parts(of skus: [String]) async throws -> [String: Part] {
        let found = try await store.find(Array(Set(skus)))
        return Dictionary(found.map { ($0.sku, $0) }) { first, _ in first }
    }
}
