import DroneLogServices
import Fledge
import FledgeTesting
import Foundation
import Testing

@testable import DroneLog

struct NoMail: Mailer {
    func send(_ text: String, to address: String) {}
}

@Suite struct HandlerTests {
    let services = Services(
        flights: InMemoryFlightStore(), zones: .national, mailer: NoMail(), now: { Date() })

    @Test func `a flight starts, is found and lands once`() async throws {
        let start = TakeOff(pilot: "ada", drone: "CH-0001", latitude: 46, longitude: 7)
        let made = try await FlightsRoute(flights: services.flights).POST(body: start)
        #expect(try await FlightRoute(flights: services.flights).GET(id: 1) == made.value)
        let landing = LandingRoute(flights: services.flights)
        #expect(try await landing.POST(id: 1, body: Landing(top: 100)).top == 100)
        await #expect(throws: FlightError.ended) {
            try await landing.POST(id: 1, body: Landing(top: 100))
        }
    }

    @Test func `a remark is for a flight that is over, and about its time`() async throws {
        let start = TakeOff(pilot: "ada", drone: "CH-0001", latitude: 46, longitude: 7)
        let flight = try await services.flights.start(start)
        let route = RemarksRoute(flights: services.flights)
        await #expect(throws: FlightError.flying) {
            try await route.POST(id: 1, body: Remark(text: "Gulls", at: flight.started))
        }
        _ = try await services.flights.land(1, Landing(top: 90))
        let noted = try await route.POST(id: 1, body: Remark(text: "Gulls", at: flight.started))
        #expect(noted.remark == "Gulls")
        await #expect(throws: Problem.self) {
            try await route.POST(id: 1, body: Remark(text: "Gulls", at: .distantPast))
        }
    }

    @Test func `a pilot has flights and a licence`() async throws {
        try await makeApp(services).test { client in
            try await client.get("/pilots/ada/flights").expect(.ok)
            try await client.get("/pilots/ada/flights?after=x").expectProblem(.badRequest)
            try await client.get("/pilots/ada/licence").expect(.ok)
        }
    }
}
