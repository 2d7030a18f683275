import Fledge
import FledgeData
import FledgeSQLite

await serve {
    let environment = try Environment.load()
    let database = try await Database.sqlite(path: "data/choir.sqlite")
    try await Migrations(directory: "migrations").apply(to: database)
    return makeApp(Choir(database: database), environment: environment)
}
