/// Counts what was answered.
public struct TallyService: Sendable {
    let store: any SurveyStore

    public init(store: any SurveyStore) { self.store = store }

    public func result(of id: Int) async throws -> Result {
        guard let survey = try await store.find(id) else { throw SurveyError.unknown(id) }
        let responses = try await store.responses(of: id)
        return Result(
            scores: survey.questions.map { question in
                let scores = responses.compactMap { $0.scores[question] }
                let average = scores.isEmpty ? 0 : Double(scores.reduce(0, +)) / Double(scores.count)
                return .init(question: question, average: average)
            })
    }
}
