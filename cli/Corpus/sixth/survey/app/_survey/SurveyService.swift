protocol SurveyStore: Sendable {
    func add(_ new: NewSurvey) async throws -> Survey
    func find(_ id: Int) async throws -> Survey?
    func save(_ survey: Survey) async throws
}

struct SurveyService: Sendable {
    let store: any SurveyStore

    func add(_ new: NewSurvey) async throws -> Survey { try await store.add(new) }

    func find(_ id: Int) async throws -> Survey {
        guard let survey = try await store.find(id) else { throw SurveyError.unknown(id) }
        return survey
    }

    func change(_ id: Int, _ change: SurveyChange) async throws -> Survey {
        var survey = try await find(id)
        survey.title = change.title ?? survey.title
        survey.open = change.open ?? survey.open
        try await store.save(survey)
        return survey
    }
}
