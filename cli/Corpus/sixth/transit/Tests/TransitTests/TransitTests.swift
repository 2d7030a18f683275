import FledgeTesting
import Testing
import Timetable

@testable import Transit

@Suite struct TransitTests {
    private let services = Services(
        board: Board(
            lines: [
                Line(name: "7", stops: ["Depot", "Zoo"]), Line(name: "9", stops: ["Zoo", "Lake"]),
                Line(name: "N", stops: ["Night"]),
            ],
            departures: [Departure(line: "7", stop: "Zoo", planned: 545)]))

    private func withClient(_ body: (TestClient) async throws -> Void) async throws {
        let app = App(mode: .test)
        FileRoutes.mount(on: app, services: services)
        try await app.test { try await body($0) }
    }

    @Test func `both versions know of a delay`() async throws {
        let path = "lines/7/stops/Zoo/departures"
        try await withClient { client in
            try await client.put("/api/v2/lines/7/delay", json: Delay(minutes: 5)).expect(
                .noContent)
            #expect(try await client.get("/api/v1/\(path)").json([String].self) == ["09:05 7 +5"])
            let second = try await client.get("/api/v2/\(path)").json([DepartureV2].self)
            #expect(
                second == [DepartureV2(planned: "09:05", expected: "09:10", status: "late")])
            try await client.put("/api/v2/lines/8/delay", json: Delay(minutes: 5))
                .expectProblem(.notFound)
        }
    }

    @Test(arguments: ["text/plain", "text/calendar", "image/png, text/plain;q=0.5"])
    func `the second version speaks what is asked for`(accept: String) async throws {
        try await withClient { client in
            try await client.get(
                "/api/v2/lines/7/stops/Zoo/departures", headers: ["accept": accept]
            ).expect(.ok)
        }
    }

    @Test func `one changes where the lines meet`() async throws {
        let route = ConnectionRoute(connections: services.connections)
        #expect(try await route.GET(from: "7", to: "9") == ["change": "Zoo", "others": 0])
        await #expect(throws: Problem.self) { try await route.GET(from: "7", to: "N") }
    }
}
