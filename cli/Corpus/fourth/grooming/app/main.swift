import Fledge
import FledgeSQLite

await serve {
    let environment = try Environment.load()
    let database = try await Database.sqlite(path: environment["SALON_DB"] ?? "salon.sqlite")
    _ = try await Migrations(directory: "migrations").apply(to: database)
    return makeApp(Services(database: database))
}
