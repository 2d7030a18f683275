import Fledge
import FledgeSQLite

await serve {
    let database = try await Database.sqlite(path: "data/parcels.sqlite")
    return makeApp(services: Services(database: database))
}
