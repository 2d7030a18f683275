import Fledge
import FledgeData
import FledgeSQLite

await serve {
    let environment = try Environment.load()
    let database = try await Database.sqlite(path: "data/movers.sqlite")
    try await Migrations(directory: "migrations").apply(to: database)
    let services = Services(database: database)
    let app = makeApp(services, environment: environment)
    app.addServices(Nightly(reminders: services.reminders))
    return app
}
