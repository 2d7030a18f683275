import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    let database: Database
    let catalog: CatalogService
    let baskets: BasketService

    init(environment: Environment) async throws {
        self.init(database: try await .sqlite(path: environment["DATABASE"] ?? "data/parts.sqlite"))
    }

    init(database: Database) {
        self.database = database
        let store = PartStore(database: database)
        catalog = CatalogService(store: store)
        baskets = BasketService(store: store)
    }
}

func makeApp(services: Services) -> App {
    let app = App()
    FileRoutes.mount(on: app, services: services)
    return app
}
