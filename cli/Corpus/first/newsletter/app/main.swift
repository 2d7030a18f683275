import Fledge
import FledgeData
import FledgeSQLite

await serve {
    let environment = try Environment.load()
    let database = try await Database.sqlite(path: environment["DATABASE"] ?? "data/letters.sqlite")
    let services = Services(database: database, cronSecret: environment["CRON_SECRET"] ?? "")
    let app = makeApp(services: services)
    app.addServices(SendWorker(sender: services.sender))
    return app
}
