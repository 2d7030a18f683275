public protocol SurveyStore: Sendable {
    func add(title: String, questions: [String]) async throws -> Survey
    func find(_ id: Int) async throws -> Survey?
    func save(_ survey: Survey, adding response: Response) async throws
    func responses(of id: Int) async throws -> [Response]
}

public actor InMemorySurveyStore: SurveyStore {
    private var surveys: [Int: Survey] = [:]
    private var given: [Int: [Response]] = [:]

    public init() {}

    public func add(title: String, questions: [String]) -> Survey {
        let survey = Survey(id: surveys.count + 1, title: title, questions: questions)
        surveys[survey.id] = survey
        return survey
    }

    public func find(_ id: Int) -> Survey? { surveys[id] }

    public func save(_ survey: Survey, adding response: Response) {
        surveys[survey.id] = survey
        given[survey.id, default: []].append(response)
    }

    public func responses(of id: Int) -> [Response] { given[id] ?? [] }
}
