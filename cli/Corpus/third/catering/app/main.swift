import Fledge
import FledgeData
import FledgeSQLite

await serve {
    let env = try Environment.load()
    let db = try await Database.sqlite(path: env["DB"] ?? "catering.sqlite")
    try await Migrations(directory: "migrations").apply(to: db)
    let services = Services(kitchen: Kitchen(pantry: SQLPantry(db)), db: db)
    return catering(services)
}

struct Services: Sendable {
    var kitchen: Kitchen
    var db: Database
    var allergens = AllergenSheet()
}

func catering(_ services: Services) -> App {
    let app = App()
    app.use(RequestID())
    FileRoutes.mount(on: app, services: services)
    app.use("/kitchen", KitchenController(kitchen: services.kitchen))
    quoteRoutes(app, services)
    return app
}
