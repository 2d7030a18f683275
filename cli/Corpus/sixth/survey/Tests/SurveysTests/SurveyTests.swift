import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Surveys

/// Everything through the handlers, on the stores in SQL.
@Suite struct SurveyTests {
    private func withClient(_ body: (TestClient) async throws -> Void) async throws {
        let app = App(mode: .test)
        FileRoutes.mount(on: app, services: Services(database: try TestDatabase.current))
        try await app.test { client in
            let new = NewSurvey(title: "Canteen", questions: ["Soup?", "Salad?"])
            try await client.post("/api/surveys", json: new).expect(.created)
            try await body(client)
        }
    }

    private let owner: Fields = ["authorization": "Bearer owner-1"]

    @Test(.database(migrations: "migrations"))
    func `results come with the third answer`() async throws {
        try await withClient { client in
            let results = "/api/surveys/1/results"
            for round in 1...3 {
                try await client.get(results, headers: owner)
                    .expect(.noContent)
                let sheet = AnswerSheet(ratings: [round, 5])
                try await client.post("/api/surveys/1/answers", json: sheet).expect(.accepted)
            }
            let list = try await client.get(results, headers: owner).json([Result].self)
            #expect(list.map(\.mean) == [2, 5])
            var plain = owner
            plain["Accept"] = "text/plain"
            #expect(try await client.get(results, headers: plain).text.contains("Soup?  ####"))
        }
    }

    @Test(.database(migrations: "migrations"))
    func `only the owner closes it`() async throws {
        try await withClient { client in
            let path = "/api/surveys/1"
            try await client.patch(path, json: ["open": false]).expectProblem(.unauthorized)
            try await client.patch(
                path, json: ["open": false], headers: ["authorization": "Bearer other"]
            ).expectProblem(.forbidden)
            try await client.patch(path, json: ["open": false], headers: owner).expect(.ok)
            #expect(try await client.get(path).json(Survey.self).open == false)
            try await client.post("\(path)/answers", json: AnswerSheet(ratings: [1, 1]))
                .expectProblem(.gone, code: "closed")
        }
    }
}
