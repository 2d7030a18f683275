import Fledge

@Route struct PartRoute {
    let catalog: CatalogService

    func GET(sku: String) async throws -> Part {
        guard let part = try await catalog.find(sku) else { throw Problem(.notFound, "No part '\(sku)'.") }
        return part
    }
}
