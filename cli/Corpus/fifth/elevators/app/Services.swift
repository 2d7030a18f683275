import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    let database: Database
    let jobs: JobService
    let alarms: AlarmService

    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: "data/elevators.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(database: database)
    }

    init(database: Database) {
        self.database = database
        let store = JobStore(database: database)
        jobs = JobService(store: store)
        alarms = AlarmService(store: store)
    }
}
