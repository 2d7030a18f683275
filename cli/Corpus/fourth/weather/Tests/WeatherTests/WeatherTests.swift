import Fledge
import FledgeTesting
import Testing
import WeatherServices

@testable import Weather

@Suite struct WeatherTests {
    static let paths = [
        ("/api/v1/stations/bern/readings", "49.1"), ("/api/v2/stations", "chur"),
        ("/api/v2/stations?near=46.8,9.6", "chur"), ("/api/v2/stations/bern/readings", "9.5"),
        ("/api/v2/stations/bern/readings/daily/1", "\"high\":9.5"),
    ]

    @Test(arguments: paths)
    func `every version answers`(path: String, part: String) async throws {
        try await makeApp(Services(readings: .sample)).test { client in
            #expect(try await client.get(path).expect(.ok).text.contains(part))
        }
    }

    @Test func `only version 1 says that it goes away`() async throws {
        try await makeApp(Services(readings: .sample)).test { client in
            let old = try await client.get("/api/v1/stations/bern/readings")
            #expect(old.headers["Deprecation"] == "true")
            let csv = try await client.get(
                "/api/v2/stations/bern/readings", headers: [.accept: "text/csv"])
            #expect(csv.headers["Deprecation"] == nil)
            #expect(csv.text.hasPrefix("time,celsius"))
        }
    }

    @Test(arguments: [
        ("/api/v2/stations/oslo/readings", 404), ("/api/v2/stations?near=here", 400),
        ("/api/v2/stations/chur/readings/daily/1", 404),
    ])
    func `what is not there is told`(path: String, status: Int) async throws {
        try await makeApp(Services(readings: .sample)).test { client in
            #expect(try await client.get(path).status.code == status)
        }
    }
}
