import FledgeSchema

@Schema struct Question: Equatable {
    var id: Int
    var text: String
}

/// What a parent answered.
@Schema struct Response: Equatable {
    var question: Int
    @Field(.range(1...5)) var score: Int
    @Field(.length(...500)) var body: String?
}

actor SurveyBox {
    private let questions = [Question(id: 1, text: "The meals"), Question(id: 2, text: "The bus")]
    private var responses: [Response] = []

    func all() -> [Question] { questions }

    func post(_ response: Response) -> Bool {
        guard questions.contains(where: { $0.id == response.question }) else { return false }
        responses.append(response)
        return true
    }

    func mean(_ question: Int) -> Double? {
        let scores = responses.filter { $0.question == question }.map(\.score)
        return scores.isEmpty ? nil : Double(scores.reduce(0, +)) / Double(scores.count)
    }
}
