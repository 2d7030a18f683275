import Fledge
import FledgeSQLite

await serve {
    let database = try await Database.sqlite(path: "data/fleet.sqlite")
    return makeApp(services: Services(database: database))
}
