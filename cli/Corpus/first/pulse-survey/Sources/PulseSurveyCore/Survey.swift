import FledgeSchema

@Schema public struct Survey: Hashable, Sendable {
    public let id: Int
    public let title: String
    public let questions: [String]
    public var isOpen: Bool
    public var responses: Int

    public init(id: Int, title: String, questions: [String], isOpen: Bool = true, responses: Int = 0) {
        self.id = id
        self.title = title
        self.questions = questions
        self.isOpen = isOpen
        self.responses = responses
    }
}

@Schema public struct NewSurvey: Sendable {
    @Field(.length(1...120)) public var title: String
    @Field(.items(1...20), .unique) public var questions: [String]

    public init(title: String, questions: [String]) {
        self.title = title
        self.questions = questions
    }
}

/// What one person answered: a score from 1 to 5 for each question. Nothing of HTTP.
@Schema public struct Response: Hashable, Sendable {
    @Field(.each(.range(1...5))) public var scores: [String: Int]

    public init(scores: [String: Int]) { self.scores = scores }
}

@Schema public struct Result: Hashable, Sendable {
    @Schema public struct Score: Hashable, Sendable {
        public let question: String
        public let average: Double
    }
    public let scores: [Score]
}

public enum SurveyError: Error, Equatable {
    case unknown(Int)
    case closed
    case wrongQuestions([String])
}
