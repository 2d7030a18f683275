import Fledge
import FledgeData
import FledgeSQLite

await serve {
    let env = try Environment.load()
    let db = try await Database.sqlite(path: "data/meters.sqlite")
    try await Migrations(directory: "migrations").apply(to: db)
    return makeApp(.live(db), env)
}

func makeApp(_ services: Services, _ env: Environment = Environment(mode: .test)) -> App {
    let app = App(environment: env)
    app.use(RequestID(), RequestLog())
    app.health { try await services.database.ping() }
    FileRoutes.mount(on: app, services: services)
    return app
}

/// Everything a route may ask for.
struct Services: Sendable {
    var meters: Meters
    var readings: ReadingLog
    var database: Database

    static func live(_ db: Database) -> Services {
        Services(
            meters: Meters(table: SQLMeterTable(db: db)),
            readings: ReadingLog(table: SQLReadingTable(db: db)),
            database: db)
    }
}
