import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    var jobs: JobService
    var dispatch: any Dispatching
    var reminders: WarrantyReminderService
    var database: Database

    init(database: Database, dispatch: any Dispatching) {
        self.jobs = JobService()
        self.dispatch = dispatch
        self.database = database
        self.reminders = WarrantyReminderService(jobs: jobs) { print($0) }
    }

    init(environment: Environment) async throws {
        let database = try await Database.sqlite(
            path: environment["DATABASE"] ?? "data/keys.sqlite")
        try await Migrations(directory: "migrations").apply(to: database)
        self.init(
            database: database,
            dispatch: DispatchService(roster: ["Ines": 8000...8049, "Marc": 8050...8099]))
    }
}
