import Fledge
import FledgeSQLite

await serve {
    let database = try await Database.sqlite(path: "data/donations.sqlite")
    return makeApp(database: database)
}
