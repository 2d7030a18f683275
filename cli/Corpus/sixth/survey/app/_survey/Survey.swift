import FledgeSchema

@Schema struct Survey: Identifiable, Equatable, Sendable {
    let id: Int
    var title: String
    var questions: [String]
    var open: Bool
}

@Schema struct NewSurvey: Sendable {
    @Field(.length(3...120)) var title: String
    @Field(.items(1...30), .unique) var questions: [String]
}

@Schema struct SurveyChange: Sendable {
    @Field(.length(3...120)) var title: String?
    var open: Bool?

    /// No constraint says "one of these".
    func validate(into violations: inout Violations) {
        if title == nil, open == nil {
            violations.add("title", code: "empty", "or 'open' must be there: nothing would change")
        }
    }
}

@Schema struct AnswerSheet: Sendable {
    /// From 1, not at all, to 5, entirely; in the order of the questions.
    @Field(.items(1...30), .each(.range(1...5))) var ratings: [Int]
}

@Schema struct Result: Equatable, Sendable {
    let question: String
    let mean: Double
    let count: Int
}

enum SurveyError: Error, Equatable {
    case unknown(Int)
    case closed(Int)
    case incomplete(expected: Int)
}
