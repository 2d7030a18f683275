import CraneDatabase
import CraneServices
import Fledge
import FledgeData
import FledgeSQLite
import Foundation

await serve {
    let environment = try Environment.load()
    let database = try await Database.sqlite(path: "data/crane.sqlite")
    try await Migrations(directory: "migrations").apply(to: database)
    let services = Services(
        lifts: SQLLiftStore(database), wind: MastAnemometer(port: "/dev/ttyUSB0"), now: { Date() })
    return makeApp(services, environment: environment)
}
