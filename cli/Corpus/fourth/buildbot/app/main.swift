import Fledge
import FledgeSQLite

await serve {
    let environment = try Environment.load()
    let settings = try BotSettings(environment: environment)
    let database = try await Database.sqlite(path: settings.database)
    _ = try await Migrations(directory: "migrations").apply(to: database)
    return makeApp(Services(store: BuildStore(database: database), secret: settings.hookSecret))
}
