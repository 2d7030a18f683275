import Fledge
import FledgeData
import FledgeSQLite

await serve {
    let environment = try Environment.load()
    let database = try await Database.sqlite(path: "data/league.sqlite")
    _ = try await Migrations(directory: "migrations").apply(to: database)
    return makeApp(database: database, environment: environment)
}
