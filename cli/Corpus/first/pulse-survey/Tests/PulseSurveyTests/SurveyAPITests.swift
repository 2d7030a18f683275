import Fledge
import FledgeTesting
import PulseSurveyCore
import Testing

@testable import PulseSurvey

@Test func `a survey is opened, answered and counted`() async throws {
    let store = InMemorySurveyStore()
    let app = makeApp(surveys: SurveyService(store: store), tally: TallyService(store: store))
    try await app.test { client in
        try await client.post("/surveys", json: NewSurvey(title: "Mood", questions: ["week"])).expect(.created)
        try await client.get("/surveys/1").expect(.ok)
        try await client.post("/surveys/1/responses", json: PulseSurveyCore.Response(scores: ["week": 4]))
            .expect(.accepted)
        let csv = try await client.get("/surveys/1/results", headers: [.accept: "text/csv"])
        #expect(csv.text == "question,average\nweek,4.0")
        try await client.get("/surveys/9/results").expectProblem(.notFound)
    }
}
