import PulseSurveyCore
import Testing

/// Each rule, through the protocol that the handlers use.
@Suite struct SurveyTests {
    let store = InMemorySurveyStore()
    var surveys: any Surveying { SurveyService(store: store) }

    @Test func `an answer to another question is refused`() async throws {
        let survey = try await surveys.open(NewSurvey(title: "Mood", questions: ["week"]))
        #expect(try await surveys.find(survey.id) == survey)
        await #expect(throws: SurveyError.wrongQuestions(["year"])) {
            try await surveys.record(Response(scores: ["year": 3]), for: survey.id)
        }
    }

    @Test func `the average is over those who answered`() async throws {
        let survey = try await surveys.open(NewSurvey(title: "Mood", questions: ["week", "team"]))
        try await surveys.record(Response(scores: ["week": 3]), for: survey.id)
        try await surveys.record(Response(scores: ["week": 4, "team": 5]), for: survey.id)
        let result = try await TallyService(store: store).result(of: survey.id)
        #expect(result.scores.map(\.average) == [3.5, 5])
    }
}
