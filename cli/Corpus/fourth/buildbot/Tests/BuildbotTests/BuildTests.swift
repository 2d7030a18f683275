import Fledge
import FledgeData
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Buildbot

@Suite(.database(migrations: "migrations")) struct BuildTests {
    private func run(_ body: (TestClient) async throws -> Void) async throws {
        let store = BuildStore(database: try TestDatabase.current)
        try await makeApp(Services(store: store, secret: Secret("s"))).test { client in
            try await client.send(
                .post, "/hooks/push", headers: ["X-Forge-Token": "s"],
                body: #"{"ref":"refs/heads/topic"}"#
            ).expect(.accepted)
            try await body(client)
        }
    }

    @Test func `a push that nobody signed starts nothing`() async throws {
        try await run { client in
            try await client.send(.post, "/hooks/push", body: "{}").expect(.unauthorized)
            #expect(try await client.get("/builds?state=running").json([Build].self).count == 1)
        }
    }

    @Test func `a topic is tried three times`() async throws {
        // What is cancelled (POST /builds/1/cancel) counts as over, not as failed.
        try await run { client in
            for id in 1...2 {
                try await client.put("/builds/\(id)/result", json: ["passed": false]).expect(.ok)
                try await client.send(.post, "/builds/\(id)/retry").expect(.ok)
            }
            try await client.put("/builds/3/result", json: ["passed": false]).expect(.ok)
            try await client.send(.post, "/builds/3/retry")
                .expectProblem(.conflict, code: "no_retry")
            #expect(try await client.get("/builds/3").json(Build.self).attempt == 3)
            try await client.get("/stats").expect(
                json: [["branch": "topic", "passed": 0, "failed": 3]])
        }
    }

    @Test func `a badge has a color`() async throws {
        try await run { client in
            let badge = try await client.get("/builds/1/badge")
            #expect(badge.headers[.location]?.hasSuffix("running-grey") == true)
        }
    }
}
