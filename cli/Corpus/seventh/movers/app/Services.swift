import Fledge
import FledgeData
import Foundation

struct Services: Sendable {
    var database: Database
    var jobs: JobService
    var cover: CoverService
    var reminders: ReminderService

    init(database: Database) {
        self.database = database
        jobs = JobService(store: JobStore(database: database))
        cover = CoverService()
        reminders = ReminderService(store: JobStore(database: database), now: { Date() })
    }
}
