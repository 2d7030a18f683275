import Fledge
import Foundation

@Route struct BoardRoute {
    let jobs: JobService

    /// What hangs on the wall of the control room.
    func GET(now: Date?) async throws -> [BoardLine] {
        let now = now ?? Date()
        return try await jobs.open().map { job in
            let age = now.timeIntervalSince(job.reportedAt)
            let level = level(of: job, after: age)
            return BoardLine(
                job: job.id, elevator: job.elevator, since: relative(age), level: level)
        }
    }
}

extension BoardRoute {
    private func level(of job: Job, after age: TimeInterval) -> String {
        if job.isTrapped { return age > 1800 ? "director" : "urgent" }
        if job.mechanic == nil, age > 4 * 3600 { return "overdue" }
        return age > 2 * 86_400 ? "overdue" : "normal"
    }
}
