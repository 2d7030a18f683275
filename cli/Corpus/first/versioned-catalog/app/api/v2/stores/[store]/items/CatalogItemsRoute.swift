import Fledge
import VersionedCatalogCore

@Schema struct ItemList {
    let items: [Item]
    let count: Int
}

@Route struct CatalogItemsRoute {
    let catalog: CatalogService

    /// Version 2: whole items, with how many there are.
    func GET(store: String, below: Int?) async throws -> ItemList {
        let items = try await catalog.items(in: store, below: below)
        return ItemList(items: items, count: items.count)
    }
}
