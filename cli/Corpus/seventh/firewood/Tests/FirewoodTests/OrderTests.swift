import Fledge
import FledgeTesting
import Testing

@testable import Firewood

@Suite(.clock(at: "2026-10-01T08:00:00Z")) struct OrderTests {
    private func withApp(_ body: @Sendable (TestClient) async throws -> Void) async throws {
        let clock = TestClock.current
        try await makeApp(Services(now: { clock.date })).test { try await body($0) }
    }

    private func order(steres: Int = 8, zip: String = "3011") -> JSON {
        [
            "household": "Miller", "zip": .string(zip), "email": "m@example.com", "wood": "beech",
            "steres": .integer(steres), "length": 50, "kilometres": 10,
        ]
    }

    @Test func `wood is ordered, up to the quota`() async throws {
        try await withApp { client in
            let made = try await client.post("/api/orders", json: order()).expect(.created)
            #expect(try made.json(Order.self).price == 88_000)
            try await client.post("/api/orders", json: order()).expectProblem(
                .conflict, code: "quota")
            try await client.get("/api/orders?household=Miller").expect(.ok)
            try await client.get("/api/orders/1").expect(.ok)
            try await client.get("/bill/1").expect(.ok)
        }
    }

    @Test func `wrong orders are refused`() async throws {
        try await withApp { client in
            try await client.post("/api/orders", json: order(steres: 0)).expect(
                .unprocessableContent)
            try await client.post("/api/orders", json: order(zip: "30"))
                .expectProblem(.unprocessableContent, code: "contact")
        }
    }

    @Test func `a window has an end`() async throws {
        try await withApp { client in
            try await client.post("/api/orders", json: order()).expect(.created)
            let days: JSON = ["from": "2026-10-03T08:00:00Z", "until": "2026-10-03T12:00:00Z"]
            try await client.patch("/api/orders/1", json: days).expect(.ok)
            try await client.patch("/api/orders/9", json: days).expectProblem(.notFound)
            let never: JSON = ["from": "2026-10-03T08:00:00Z", "until": "2026-10-03T07:00:00Z"]
            try await client.patch("/api/orders/1", json: never)
                .expectProblem(.unprocessableContent, code: "order")
        }
    }
}
