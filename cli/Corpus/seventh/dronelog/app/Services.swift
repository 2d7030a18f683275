import DroneLogDatabase
import DroneLogServices
import Fledge
import FledgeSQLite
import Foundation

extension Services {
    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: "data/flights.sqlite")
        try await Migrations(directory: "migrations").apply(to: database)
        self.init(
            flights: SQLFlightStore(database), zones: ZoneMap.national,
            mailer: SMTPMailer(host: "mail"),
            now: { Date() })
    }
}
