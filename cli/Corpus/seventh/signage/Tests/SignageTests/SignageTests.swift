import Fledge
import FledgeTesting
import Testing

@testable import Signage

@Suite(.clock(at: "2026-03-01T09:00:00Z")) struct SignageTests {
    private func withApp(_ body: @Sendable (TestClient) async throws -> Void) async throws {
        let clock = TestClock.current
        let board = BoardService(now: { clock.date })
        try await makeApp(board: board, screens: ScreenRegistry()).test { try await body($0) }
    }

    private let today: JSON = ["from": "2026-03-01T00:00:00Z", "until": "2026-03-02T00:00:00Z"]

    @Test func `slides come and go`() async throws {
        try await withApp { client in
            let slide: JSON = ["text": "Welcome", "hall": "foyer", "window": today]
            try await client.post("/slides", json: slide).expect(.created)
            try await client.get("/slides?hall=foyer&since=0").expect(.ok)
            try await client.get("/slides?since=never").expectProblem(.badRequest, code: "time")
            let never: JSON = ["from": "2026-03-02T00:00:00Z", "until": "2026-03-01T00:00:00Z"]
            try await client.put("/slides/1/window", json: never)
                .expectProblem(.unprocessableContent, code: "order")
            try await client.put("/slides/1/window", json: today).expect(.ok)
            try await client.delete("/slides/1").expect(.noContent)
            try await client.delete("/slides/1").expectProblem(.notFound)
            #expect(try await client.get("/version").text == "3\n")
        }
    }

    @Test func `a loop has three minutes`() async throws {
        try await withApp { client in
            let long: JSON = ["text": "Map", "hall": "north", "seconds": 60, "window": today]
            for _ in 1...3 { try await client.post("/slides", json: long).expect(.created) }
            try await client.post("/slides", json: long).expectProblem(.conflict, code: "crowded")
        }
    }

    @Test func `an upright screen skips long texts`() async throws {
        try await withApp { client in
            let text = String(repeating: "ab ", count: 60)
            try await client.post(
                "/slides", json: ["text": .string(text), "hall": "south", "window": today]
            ).expect(.created)
            try await client.put(
                "/screens/a", json: ["hall": "south", "width": 1080, "height": 1920]
            )
            .expect(.created)
            try await client.get("/screens/a/loop").expect(json: [])
            try await client.put(
                "/screens/a", json: ["hall": "south", "width": 1920, "height": 1080]
            )
            .expect(.noContent)
            try await client.get("/screens/a/loop", headers: ["Accept": "text/html"]).expect(.ok)
            try await client.get("/screens/b/loop").expectProblem(.notFound)
        }
    }
}
