import Fledge
import FledgeTesting
import LeaveServices
import Testing

@testable import Leave

@Suite struct LeaveAPITests {
    let week: JSON = ["from": "2026-07-06T00:00:00Z", "until": "2026-07-10T00:00:00Z"]

    private func withClients(
        _ body: (_ ada: TestClient, _ boss: TestClient) async throws -> Void
    ) async throws {
        let app = makeApp(Services(ledger: InMemoryLedger(allowance: 8)), cronSecret: "hush")
        try await app.test { client in
            var ada = client
            var boss = client
            ada.headers["X-Employee"] = "1"
            boss.headers["X-Employee"] = "2"
            boss.headers["X-Manages"] = "1"
            try await body(ada, boss)
        }
    }

    @Test func `a week is asked for, approved and taken off the balance`() async throws {
        try await withClients { ada, boss in
            try await ada.post("/api/requests", json: week).expect(.created)
            try await ada.get("/api/requests/1").expect(.ok)
            try await ada.post("/api/requests/1/decision", json: ["approve": true])
                .expectProblem(.forbidden, code: "not_your_team")
            try await boss.post("/api/requests/1/decision", json: ["approve": true]).expect(.ok)
            try await ada.get("/api/balances/me").expect(json: ["allowance": 8, "left": 3])
            try await ada.post("/api/requests", json: week)
                .expectProblem(.conflict, code: "not_enough_days")
        }
    }

    @Test func `the list says where its next page is`() async throws {
        try await withClients { ada, _ in
            for _ in 0..<3 { try await ada.post("/api/requests", json: week) }
            let first = try await ada.get("/api/requests?limit=2").expect(.ok)
            #expect(first.headers["Link"] == "</api/requests?page=2>; rel=\"next\"")
            #expect(try await ada.get("/api/requests?limit=2&page=2").headers["Link"] == nil)
        }
    }

    @Test func `only the scheduler lets requests expire`() async throws {
        try await withClients { ada, _ in
            try await ada.post("/api/requests", json: week)
            try await ada.get("/cron/expire").expectProblem(.unauthorized)
            try await ada.get("/cron/expire", headers: [.authorization: "Bearer hush"])
                .expect(json: ["expired": 1])
        }
    }
}
