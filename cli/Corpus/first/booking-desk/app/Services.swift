import BookingDeskDatabase
import BookingDeskServices
import Fledge
import FledgeData
import FledgeSQLite

extension Services {
    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: environment["DATABASE"] ?? "data/desk.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(store: SQLBookingStore(database))
    }
}
