import ClaimsCore
import Fledge
import FledgeTesting
import Testing

@testable import InsuranceClaims

@Suite struct RouteTests {
    private func asAgent(_ run: @Sendable (TestClient) async throws -> Void) async throws {
        try await claimsApp(Services(files: MemoryClaimFiles(), fraudSecret: nil)).test { client in
            var agent = client
            agent.headers = ["Cookie": "agent=Moss"]
            try await agent.post(
                "/api/claims", json: ["policy": "P123456789", "kind": "car", "cents": 12005]
            ).expect(.created)
            try await run(agent)
        }
    }

    @Test func `everything wrong is told`() async throws {
        try await asAgent { client in
            try await client.post("/api/claims", json: ["policy": "", "kind": "boat", "cents": 0])
                .expectProblem(.unprocessableContent, pointer: "/kind", code: "enum")
        }
    }

    @Test(arguments: ["letter/1": "api/claims/1/letter", "print/1": "api/print/1"])
    func `a letter names the sum`(name: String, path: String) async throws {
        try await asAgent { client in
            #expect(try await client.get("/" + path).text.contains("Car claim 1 over 120.05 EUR"))
        }
    }

    @Test func `a claim is closed once`() async throws {
        try await asAgent { client in
            try await client.get("/api/claims/1").expect(.ok)
            try await client.delete("/api/claims/1").expect(.noContent)
            try await client.delete("/api/claims/1").expectProblem(.conflict, code: "closed")
            try await client.get("/api/claims?size=5").expect(.ok)
        }
    }

    @Test func `nobody gets in without a name`() async throws {
        try await claimsApp(Services(files: MemoryClaimFiles(), fraudSecret: nil)).test { client in
            try await client.get("/api/claims").expectProblem(.unauthorized)
            try await client.post("/api/webhooks/fraud", json: ["claim": 1, "score": 9])
                .expectProblem(.unauthorized)
        }
    }
}
