import Fledge
import Foundation

/// An hour behind the wheel.
@Schema struct Lesson: Codable, Hashable, Sendable, Identifiable {
    @Schema enum Kind: String, Codable, Sendable { case town, motorway, night }

    var id: Int
    var learner: String
    var kind: Kind
    var startsAt: Date
    var minutes: Int
    var cancelled = false
}

@Schema struct NewLesson: Sendable {
    var learner: String
    var kind: Lesson.Kind
    var startsAt: Date
    var minutes: Int
}

@Schema struct Learner: Codable, Hashable, Sendable {
    var id: String
    var name: String
    var email: String
    var permitUntil: Date
}

enum SchoolError: Error, Equatable {
    case noLesson(Int)
    case noLearner(String)
}
