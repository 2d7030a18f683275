import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import GymClasses

@Suite(.database(migrations: "migrations")) struct RouteTests {
    func api(_ run: @Sendable (TestClient) async throws -> Void) async throws {
        try await buildApp(.live(try TestDatabase.current, secret: "s")).test { client in
            _ = try await client.post(
                "/members", json: ["name": "Ada", "email": "a@b.c", "plan": "gold"]
            ).expect(.created)
            _ = try await client.post(
                "/classes", json: NewClass(title: "Spin", trainer: "Bo", places: 1)
            ).expect(.created)
            try await run(client)
        }
    }

    @Test func `one books once`() async throws {
        try await api { client in
            var me: Fields = [:]
            me["X-Member"] = "1"
            try await client.send(.post, "/classes/1/bookings", headers: me).expect(.created)
            try await client.send(.post, "/classes/1/bookings", headers: me)
                .expectProblem(.conflict, code: "twice")
            try await client.send(.post, "/classes/1/bookings").expectProblem(.unauthorized)
            #expect(try await client.get("/classes/1/roster").text == "*ADA <a@b.c>")
            #expect(try await client.get("/members/1/mates").text == "*ADA <a@b.c>")
            try await client.delete("/members/1/bookings").expect(.noContent)
        }
    }

    @Test(arguments: ["/classes", "/classes/1", "/members/1"])
    func `it can be read`(path: String) async throws {
        try await api { client in try await client.get(path).expect(.ok) }
    }

    @Test func `a nameless member is refused`() async throws {
        try await api { client in
            try await client.post("/members", json: ["name": "", "email": "x", "plan": "gold"])
                .expectProblem(.unprocessableContent)
        }
    }

    @Test func `only the scheduler reminds`() async throws {
        try await api { client in
            try await client.send(.post, "/internal/cron/reminders").expectProblem(.unauthorized)
        }
    }
}
