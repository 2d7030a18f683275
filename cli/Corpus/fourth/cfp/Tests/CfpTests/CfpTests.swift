import Fledge
import FledgeData
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Cfp

@Suite(.database(migrations: "migrations")) struct CfpTests {
    private func run(_ body: (TestClient) async throws -> Void) async throws {
        try await makeApp(Services(database: try TestDatabase.current)).test { client in
            var client = client
            client.headers["X-Speaker"] = "1"
            let talk: JSON = ["title": "Macros in anger", "track": "swift"]
            try await client.post("/talks", json: talk).expect(.created)
            try await body(client)
        }
    }

    @Test(arguments: [([5, 4, 4], "accepted"), ([3, 3, 4], "waiting"), ([1, 2, 3], "declined")])
    func `three reviews decide`(scores: [Int], state: String) async throws {
        try await run { client in
            try await client.send(.post, "/talks/1/decision").expectProblem(.conflict)
            for (reviewer, score) in scores.enumerated() {
                try await client.put(
                    "/talks/1/reviews",
                    json: ["reviewer": .integer(reviewer), "score": .integer(score)] as JSON
                ).expect(.noContent)
            }
            let talk = try await client.send(.post, "/talks/1/decision").expect(.ok)
            #expect(try talk.member("state") == .string(state))
        }
    }

    @Test func `a fourth talk is too many`() async throws {
        try await run { client in
            let talk: JSON = ["title": "Once more", "track": "web"]
            for _ in 0..<2 { try await client.post("/talks", json: talk).expect(.created) }
            try await client.post("/talks", json: talk).expectProblem(.conflict)
            #expect(try await client.get("/talks?track=web").json([Talk].self).count == 2)
        }
    }

    @Test func `a score out of range is refused, and so is a stranger's export`() async throws {
        try await run { client in
            try await client.put("/talks/1/reviews", json: ["reviewer": 1, "score": 9])
                .expectProblem(.unprocessableContent, code: "score")
            try await client.get("/export.csv").expectProblem(.forbidden)
            #expect(
                try await client.get("/export.csv", headers: ["X-Role": "chair"]).text
                    == "id,title\n1,Macros in anger")
        }
    }
}
