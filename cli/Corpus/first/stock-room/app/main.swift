import Fledge
import FledgeData
import FledgeSQLite

await serve {
    let database = try await Database.sqlite(path: "data/stock.sqlite")
    return makeApp(services: Services(database: database))
}
