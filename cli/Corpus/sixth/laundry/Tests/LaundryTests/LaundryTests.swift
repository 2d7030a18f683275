import FledgeData
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Laundry

private struct SilentMailer: Mailer {
    func send(_ text: String) async throws {}
}

@Suite struct LaundryTests {
    private func withClient(_ body: (TestClient) async throws -> Void) async throws {
        let database = try TestDatabase.current
        try await database.execute(
            "INSERT INTO machines VALUES (1, 7, '2026-01-01T00:00:00Z'), (2, 12, '2026-01-01T00:00:00Z')"
        )
        try await database.execute("INSERT INTO cards VALUES (21, 'Ada', 1000)")
        var services = Services(database: database)
        services.repairs = RepairService(mailer: SilentMailer())
        try await makeApp(services).test { try await body($0) }
    }

    /// Card 21: nine digits and the sum of them.
    private let card: Fields = ["x-card": "0000000213"]

    @Test(.database(migrations: "migrations"))
    func `a card pays until it is empty`() async throws {
        try await withClient { client in
            let started = try await client.send(.post, "/v1/machines/2/start", headers: card)
            #expect(try started.json(Started.self).left == 400)
            try await client.send(.post, "/v1/machines/1/start", headers: card)
                .expectProblem(.paymentRequired, code: "no_money")
            try await client.send(.post, "/v1/machines/1/start").expectProblem(.unauthorized)
            let left = try await client.get("/cards/21", headers: card).json(Card.self)
            #expect(left.cents == 400)
            try await client.get("/cards/22", headers: card).expectProblem(.notFound)
            #expect(try await client.get("/status").text.contains("class=\"busy\">2"))
        }
    }

    @Test(.database(migrations: "migrations"))
    func `machines are listed, and one that is not there is not`() async throws {
        try await withClient { client in
            let all = try await client.get("/v1/machines").json([Machine].self)
            #expect(all.map(\.kilos) == [7, 12])
            try await client.get("/v1/machines/1").expect(.ok)
            try await client.get("/v1/machines/3").expect(.notFound)
        }
    }

    @Test(.database(migrations: "migrations"))
    func `a machine is reported once`() async throws {
        try await withClient { client in
            let report = RepairRequest(machine: 2, what: "It walks about.")
            try await client.post("/v1/repairs", json: report).expect(.accepted)
            try await client.post("/v1/repairs", json: report).expect(json: ["since": "R100"])
        }
    }
}
