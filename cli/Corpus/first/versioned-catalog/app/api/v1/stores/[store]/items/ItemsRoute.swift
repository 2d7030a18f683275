import Fledge
import VersionedCatalogCore

@Route struct ItemsRoute {
    let catalog: CatalogService

    /// Version 1: names only, as the old tills want them.
    func GET(store: String) async throws -> [String] {
        try await catalog.items(in: store).map(\.name)
    }
}
