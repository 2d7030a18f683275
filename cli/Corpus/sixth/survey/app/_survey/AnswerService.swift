protocol AnswerStore: Sendable {
    func add(_ ratings: [Int], to survey: Int) async throws
    func all(of survey: Int) async throws -> [[Int]]
}

struct AnswerService: Sendable {
    let surveys: any SurveyStore
    let answers: any AnswerStore

    func add(_ sheet: AnswerSheet, to id: Int) async throws {
        guard let survey = try await surveys.find(id) else { throw SurveyError.unknown(id) }
        guard survey.open else { throw SurveyError.closed(id) }
        guard sheet.ratings.count == survey.questions.count else {
            throw SurveyError.incomplete(expected: survey.questions.count)
        }
        try await answers.add(sheet.ratings, to: id)
    }

    /// The mean of each question; nothing while fewer than three have answered.
    func results(of id: Int) async throws -> [Result]? {
        guard let survey = try await surveys.find(id) else { throw SurveyError.unknown(id) }
        let sheets = try await answers.all(of: id)
        guard sheets.count >= 3 else { return nil }
        return survey.questions.enumerated().map { index, question in
            let sum = sheets.reduce(0) { $0 + $1[index] }
            return Result(
                question: question, mean: Double(sum) / Double(sheets.count), count: sheets.count)
        }
    }
}
