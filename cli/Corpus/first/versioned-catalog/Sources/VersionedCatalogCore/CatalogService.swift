public struct CatalogService: Sendable {
    let store: any CatalogStore

    public init(store: any CatalogStore) { self.store = store }

    public func items(in slug: String, below cents: Int? = nil) async throws -> [Item] {
        guard let items = try await store.items(in: slug) else { throw CatalogError.noStore(slug) }
        return items.filter { item in cents.map { item.cents < $0 } ?? true }.sorted { $0.name < $1.name }
    }

    public func item(_ sku: String, in slug: String) async throws -> Item {
        guard let item = try await items(in: slug).first(where: { $0.sku == sku }) else {
            throw CatalogError.noItem(sku)
        }
        return item
    }

    public func setPrice(_ cents: Int, of sku: String, in slug: String) async throws -> Item {
        var item = try await item(sku, in: slug)
        guard item.cents != cents else { throw CatalogError.priceUnchanged }
        item.cents = cents
        try await store.save(item, in: slug)
        return item
    }
}
