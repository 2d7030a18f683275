import FledgeTesting
import Testing

@testable import Kiln

/// The services have no tests of their own: each rule is asked for as a client would.
@Suite struct FiringTests {
    private func planned(_ client: TestClient, kiln: String = "gas-1", day: Int = 1) async throws
        -> Int
    {
        try await client.post(
            "/api/firings",
            json: [
                "kiln": .string(kiln), "peak": 1220, "loads": .string("2026-03-0\(day)T08:00:00Z"),
                "unloads": .string("2026-03-0\(day + 1)T20:00:00Z"),
            ]
        ).expect(.created).json(Firing.self).id
    }

    @Test(arguments: TestDepth.allCases)
    func `a firing is planned and found`(depth: TestDepth) async throws {
        try await makeApp(.inMemory()).test(depth) { client in
            let id = try await planned(client)
            try await client.get("/api/firings/\(id)").expect(.ok)
            try await client.get("/api/firings/99").expectProblem(.notFound)
            let page = try await client.get("/api/firings?limit=1").expect(.ok)
            #expect(try page.json(FiringPage.self).next == nil)
            try await client.get("/api/firings?after=zz").expectProblem(.badRequest)
        }
    }

    @Test func `two firings cannot share a kiln`() async throws {
        try await makeApp(.inMemory()).test { client in
            _ = try await planned(client, day: 1)
            try await client.post(
                "/api/firings",
                json: [
                    "kiln": "gas-1", "peak": 1000, "loads": "2026-03-02T00:00:00Z",
                    "unloads": "2026-03-03T00:00:00Z",
                ]
            ).expectProblem(.conflict, code: "taken")
        }
    }

    @Test func `a kiln takes what its heat allows, until it is sealed`() async throws {
        try await makeApp(.inMemory()).test { client in
            let path = "/api/firings/\(try await planned(client))"
            let bowl: JSON = ["potter": "Mia", "height": 12, "limit": 1260]
            try await client.post("\(path)/pieces", json: bowl).expect(.ok)
            try await client.post(
                "\(path)/pieces", json: ["potter": "Jo", "height": 9, "limit": 1060]
            )
            .expectProblem(.conflict, code: "too_hot")
            try await client.post(
                "\(path)/pieces", json: ["potter": "", "height": 9, "limit": 1260]
            )
            .expectProblem(.unprocessableContent, pointer: "/potter", code: "length")
            try await client.send(.post, "\(path)/seal").expect(.ok)
            try await client.send(.post, "\(path)/seal").expectProblem(.conflict, code: "sealed")
            try await client.post("\(path)/pieces", json: bowl).expectProblem(
                .conflict, code: "sealed")
        }
    }
}
