import Fledge
import VersionedCatalogCore

/// What the generated main and the tests mount.
struct Services: Sendable {
    let catalog: CatalogService

    init(environment: Environment) async throws { self.init(store: InMemoryCatalog.sample) }
    init(store: any CatalogStore) { catalog = CatalogService(store: store) }
}

func makeApp(services: Services) -> App {
    let app = App(environment: Environment(mode: .test))
    FileRoutes.mount(on: app, services: services)
    return app
}

extension CatalogError: ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .noStore(let slug): Problem(.notFound, "There is no store '\(slug)'.", code: "no_store")
        case .noItem(let sku): Problem(.notFound, "There is no item '\(sku)'.", code: "no_item")
        case .priceUnchanged: Problem(.conflict, "That is the price already.", code: "unchanged")
        }
    }
}
