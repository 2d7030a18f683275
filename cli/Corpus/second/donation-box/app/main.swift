import Fledge
import FledgeData
import FledgeSQLite

await serve {
    let database = try await Database.sqlite(path: "data/donations.sqlite")
    return makeApp(database: database)
}
