import CraneDatabase
import CraneServices
import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Crane

/// A wind that the test makes.
struct Breeze: WindGauge {
    var speed: Double?

    func read() async throws -> Double? { speed }
}

@Suite(.database(migrations: "migrations"), .clock(at: "2026-03-01T09:00:00Z"))
struct LiftTests {
    private func app(wind: Double?) throws -> App {
        let clock = TestClock.current
        return makeApp(
            Services(
                lifts: SQLLiftStore(try TestDatabase.current), wind: Breeze(speed: wind),
                now: { clock.date }))
    }

    @Test func `a lift is asked for, listed and confirmed by two`() async throws {
        try await app(wind: 5).test { client in
            let lifts = "/api/v1/sites/ZH-014/lifts"
            try await client.post(lifts, json: ["load": 5000, "radius": 20]).expect(.created)
            try await client.get("\(lifts)?day=2026-03-01").expect(.ok)
            try await client.get("\(lifts)?day=yesterday").expectProblem(.badRequest)
            try await client.get("/api/v1/sites/somewhere/lifts").expectProblem(.notFound)
            try await client.post("\(lifts)/1/done", json: ["signaller": "AB", "driver": "AB"])
                .expectProblem(.unprocessableContent, code: "same_person")
            try await client.post("\(lifts)/1/done", json: ["signaller": "AB", "driver": "CD"])
                .expect(.ok)
            try await client.post("\(lifts)/1/done", json: ["signaller": "AB", "driver": "CD"])
                .expectProblem(.conflict, code: "done")
        }
    }

    @Test(arguments: [(5.0, 7000, "overload"), (15.0, 3500, "overload"), (21.0, 10, "windy")])
    func `wind and radius limit the load`(wind: Double, load: Int, code: String) async throws {
        try await app(wind: wind).test { client in
            try await client.post(
                "/api/v1/sites/ZH-014/lifts", json: ["load": .integer(load), "radius": 20]
            ).expectProblem(.conflict, code: code)
        }
    }

    @Test func `the wind is told, if it is known`() async throws {
        try await app(wind: 15).test { client in
            try await client.get("/api/v1/wind").expect(json: ["speed": 15, "lifting": true])
        }
        try await app(wind: nil).test { client in
            try await client.get("/api/v1/wind").expectProblem(.serviceUnavailable)
        }
    }
}
