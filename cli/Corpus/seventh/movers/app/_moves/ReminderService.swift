import Foundation

/// Tells customers of tomorrow's moves.
struct ReminderService: Sendable {
    let store: JobStore
    let now: @Sendable () -> Date

    func due() async throws -> [String] {
        let midnight = Calendar(identifier: .gregorian).startOfDay(for: now())
        return try await store.on(midnight.addingTimeInterval(86_400)).map { job in
            let hour = job.rooms > 4 ? 7 : 9
            return "\(job.phone): we come at \(hour) o'clock, \(job.name)."
        }
    }
}
