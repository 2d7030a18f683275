import Fledge
import VersionedCatalogCore

@Schema struct NewPrice {
    @Field(.range(1...10_000_000)) var cents: Int
}

@Route struct ItemPriceRoute {
    let catalog: CatalogService

    func GET(store: String, sku: String) async throws -> NewPrice {
        NewPrice(cents: try await catalog.item(sku, in: store).cents)
    }

    func PUT(store: String, sku: String, body: NewPrice) async throws -> Item {
        try await catalog.setPrice(body.cents, of: sku, in: store)
    }
}
