import Foundation

/// What the button in the cabin tells.
struct AlarmService: Sendable {
    let store: JobStore

    /// A button that is pressed again within ten minutes is the same alarm.
    func pressed(in elevator: String, at date: Date) async throws -> Job {
        let same = try await store.open().first { job in
            job.elevator == elevator && job.isTrapped
                && date.timeIntervalSince(job.reportedAt) < 600
        }
        if let same { return same }
        let new = NewJob(elevator: elevator, fault: "Alarm button", isTrapped: true)
        return try await store.add(new, at: date)
    }
}
