import Fledge
import Foundation

@Route struct NextLessonRoute {
    let lessons: LessonService

    /// The lesson that comes next for somebody.
    func GET(learner: String) async throws -> [String: String]? {
        guard let next = await lessons.lessons(of: learner).first else { return nil }
        let person = try await lessons.learner(next.learner)
        let length = Double(next.minutes) / 60
        let name = person.name.split(separator: " ").first.map(String.init) ?? person.name
        var view = ["title": "\(name): \(next.kind.rawValue)", "hours": "\(length)"]
        view["starts"] = next.startsAt.formatted(.iso8601)
        view["state"] = next.cancelled ? "cancelled" : "booked"
        return view
    }
}
