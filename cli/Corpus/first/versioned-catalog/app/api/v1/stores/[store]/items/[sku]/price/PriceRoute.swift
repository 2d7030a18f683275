import Fledge
import VersionedCatalogCore

@Route struct PriceRoute {
    let catalog: CatalogService

    /// Version 1: a plain number with two decimals, as the old tills read it.
    func GET(store: String, sku: String) async throws -> String {
        let cents = try await catalog.item(sku, in: store).cents
        let rest = cents % 100
        return "\(cents / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
