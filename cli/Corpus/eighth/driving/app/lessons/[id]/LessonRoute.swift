import Fledge
import Foundation

@Schema struct Cancellation: Sendable {
    var lesson: Lesson
    var fee: Int
}

@Route struct LessonRoute {
    let lessons: LessonService
    let now: @Sendable () -> Date

    /// A lesson, as the app of the learners shows it.
    func GET(id: Int) async throws -> [String: String] {
        let lesson = try await lessons.find(id)
        let learner = try await lessons.learner(lesson.learner)
        let hours = Double(lesson.minutes) / 60
        let first = learner.name.split(separator: " ").first.map(String.init) ?? learner.name
        var card = ["title": "\(first): \(lesson.kind.rawValue)", "hours": "\(hours)"]
        card["starts"] = lesson.startsAt.formatted(.iso8601)
        card["state"] = lesson.cancelled ? "cancelled" : "booked"
        return card
    }

    /// Calls a lesson off.
    func DELETE(id: Int) async throws -> Cancellation {
        let lesson = try await lessons.cancel(id)
        return Cancellation(lesson: lesson, fee: fee(for: lesson))
    }

    private func fee(for lesson: Lesson) -> Int {
        let hours = lesson.startsAt.timeIntervalSince(now()) / 3600
        if hours >= 24 { return 0 }
        if hours >= 12 { return lesson.minutes }
        return lesson.minutes * 2
    }
}
