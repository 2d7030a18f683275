/// What a survey can be asked to do. Handlers and tests know only this.
public protocol Surveying: Sendable {
    func open(_ new: NewSurvey) async throws -> Survey
    func find(_ id: Int) async throws -> Survey?
    func record(_ response: Response, for id: Int) async throws
}

public struct SurveyService: Surveying {
    /// More than this and a survey closes by itself.
    public static let capacity = 1000

    let store: any SurveyStore

    public init(store: any SurveyStore) { self.store = store }

    public func open(_ new: NewSurvey) async throws -> Survey {
        try await store.add(title: new.title, questions: new.questions)
    }

    public func find(_ id: Int) async throws -> Survey? { try await store.find(id) }

    public func record(_ response: Response, for id: Int) async throws {
        guard var survey = try await store.find(id) else { throw SurveyError.unknown(id) }
        guard survey.isOpen else { throw SurveyError.closed }
        let unknown = response.scores.keys.filter { !survey.questions.contains($0) }
        guard unknown.isEmpty else { throw SurveyError.wrongQuestions(unknown.sorted()) }
        survey.responses += 1
        survey.isOpen = survey.responses < Self.capacity
        try await store.save(survey, adding: response)
    }
}
