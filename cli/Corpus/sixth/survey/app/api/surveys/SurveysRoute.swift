import Fledge

@Route struct SurveysRoute {
    let surveys: SurveyService

    func POST(body: NewSurvey) async throws -> Created<Survey> {
        let survey = try await surveys.add(body)
        return Created(survey, at: "/api/surveys/\(survey.id)")
    }
}
