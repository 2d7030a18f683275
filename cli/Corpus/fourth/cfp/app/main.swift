import Fledge
import FledgeSQLite

await serve {
    let environment = try Environment.load()
    let database = try await Database.sqlite(path: environment["CFP_DB"] ?? "cfp.sqlite")
    _ = try await Migrations(directory: "migrations").apply(to: database)
    let services = Services(database: database)
    let app = makeApp(services)
    app.addServices(ReminderService(talks: services.talks))
    return app
}
