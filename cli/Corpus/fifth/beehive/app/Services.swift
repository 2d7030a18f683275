import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    let database: Database
    let hives: HiveService
    let harvests: HarvestService

    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: "data/beehive.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(database: database)
    }

    init(database: Database) {
        self.database = database
        hives = HiveService(store: HiveStore(database: database))
        harvests = HarvestService(store: HiveStore(database: database))
    }
}
