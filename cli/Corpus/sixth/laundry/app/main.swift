import Fledge
import FledgeData
import FledgeSQLite

await serve {
    let database = try await Database.sqlite(path: "data/laundry.sqlite")
    _ = try await Migrations(directory: "migrations").apply(to: database)
    return makeApp(Services(database: database))
}
