import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import EnergyMeters

@Suite(.database(migrations: "migrations")) struct APITests {
    private func app() throws -> App { makeApp(.live(try TestDatabase.current)) }

    @Test func `a meter is registered, read and listed`() async throws {
        try await app().test { client in
            let new = NewMeter(serial: "EM0000000001", street: "Elm")
            let meter = try await client.post("/api/meters", json: new).expect(.created).json(Meter.self)
            try await client.get("/api/meters/\(meter.id)").expect(.ok)
            try await client.get("/api/streets/Elm")
                .expect(json: ["street": "Elm", "count": 1, "serials": ["EM0000000001"]])
            try await client.post("/api/meters", json: ["serial": "X", "street": "Elm"])
                .expectProblem(.unprocessableContent, code: "serial")
        }
    }

    @Test(arguments: [(3, 428), (12, 684)])
    func `a reading has a price`(hour: Int, cost: Int) async throws {
        try await app().test { client in
            _ = try await client.post("/api/meters", json: NewMeter(serial: "EM0000000001", street: "Elm"))
            let receipt = try await client.post(
                "/api/meters/1/readings", json: ["hour": hour, "wattHours": 2000])
            #expect(try receipt.member("cost") == .integer(cost))
            let history = try await client.get("/api/meters/1/history?limit=5").json([Reading].self)
            #expect(history.count == 1)
        }
    }
}
