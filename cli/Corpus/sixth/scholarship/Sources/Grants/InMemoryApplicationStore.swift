#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

public actor InMemoryApplicationStore: ApplicationStore {
    private var applications: [Application] = []

    public init() {}

    public func add(_ new: NewApplication, at date: Date) -> Application {
        let application = Application(
            id: applications.count + 1, student: new.student, grade: new.grade,
            householdIncome: new.householdIncome, siblings: new.siblings, requested: new.requested,
            state: .submitted, submitted: date)
        applications.append(application)
        return application
    }

    public func find(_ id: Int) -> Application? { applications.first { $0.id == id } }

    public func all() -> [Application] { applications }

    public func save(_ application: Application) {
        applications = applications.map { $0.id == application.id ? application : $0 }
    }
}
