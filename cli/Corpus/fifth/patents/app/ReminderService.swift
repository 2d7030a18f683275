import Foundation

/// Tells attorneys what is due.
struct ReminderService: Sendable {
    let patents: PatentService

    func letters(on day: Date) async -> [String] {
        await patents.all()
            .filter { patent in
                guard let until = patent.renewedUntil else { return false }
                return until.timeIntervalSince(day) < 90 * 86_400
            }
            .map { "\($0.attorney ?? "Nobody"): \($0.title) has to be renewed." }
    }
}
