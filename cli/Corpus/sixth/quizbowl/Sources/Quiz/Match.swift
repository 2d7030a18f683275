import FledgeSchema

@Schema public struct Team: Identifiable, Equatable, Sendable {
    public let id: Int
    public let name: String
}

@Schema public enum Call: String, Sendable { case right, wrong, early }

@Schema public struct Buzz: Equatable, Sendable {
    public let team: Int
    public let question: Int
    public let call: Call

    public init(team: Int, question: Int, call: Call) {
        self.team = team
        self.question = question
        self.call = call
    }
}

@Schema public struct Match: Identifiable, Equatable, Sendable {
    public let id: Int
    public let home: Team
    public let guest: Team
    public var buzzes: [Buzz]
    public var finished: Bool

    public func teams() -> [Team] { [home, guest] }
}

public enum QuizError: Error, Equatable {
    case noMatch(Int)
    case notPlaying(team: Int)
    case finished(Int)
    case answered(question: Int)
    case sameTeam
}
