import Fledge
import Foundation

@Schema struct Progress: Sendable {
    var learner: Learner
    var mayTakeExam: Bool
    var missing: Int
}

@Route struct LearnerRoute {
    let lessons: LessonService
    let now: @Sendable () -> Date

    /// How far somebody is.
    func GET(id: String) async throws -> Progress {
        let learner = try await lessons.learner(id)
        let taken = await lessons.lessons(of: id)
        let motorway = taken.filter { $0.kind == .motorway }.count
        let night = taken.filter { $0.kind == .night }.count
        let missing = max(0, 4 - motorway) + max(0, 2 - night) + max(0, 20 - taken.count)
        let ready = missing == 0 && learner.permitUntil > now()
        return Progress(learner: learner, mayTakeExam: ready, missing: missing)
    }
}
