import Fledge
import FledgeData
import FledgeSQLite
import HarborDatabase
import HarborServices

await serve {
    let environment = try Environment.load()
    let database = try await Database.sqlite(path: "data/harbor.sqlite")
    _ = try await Migrations(directory: "migrations").apply(to: database)
    let services = Services(
        store: SQLPilotageStore(database), depths: ["hamburg": 15.1, "emden": 10.3])
    return makeApp(services: services, environment: environment)
}
