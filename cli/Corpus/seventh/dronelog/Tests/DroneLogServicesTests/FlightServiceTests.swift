import DroneLogServices
import Foundation
import Testing

/// Keeps what would be sent.
actor Outbox: Mailer {
    private(set) var sent: [String] = []

    func send(_ text: String, to address: String) { sent.append(text) }
}

@Suite struct FlightServiceTests {
    @Test func `nobody starts at the airport, and the tower is told`() async throws {
        let outbox = Outbox()
        let services = Services(
            flights: InMemoryFlightStore(), zones: .national, mailer: outbox, now: { Date() })
        await #expect(throws: FlightError.forbidden(zone: "airport")) {
            try await services.flights.start(
                TakeOff(pilot: "ada", drone: "CH-0001", latitude: 47.45, longitude: 8.55))
        }
        #expect(await outbox.sent == ["ada asked for airport"])
    }

    @Test func `a licence has points for height`() async throws {
        let services = Services(
            flights: InMemoryFlightStore(), zones: .national, mailer: Outbox(), now: { Date() })
        for top in [310, 130, 90, 121] {
            let flight = try await services.flights.start(
                TakeOff(pilot: "ada", drone: "CH-0001", latitude: 46, longitude: 7))
            _ = try await services.flights.land(flight.id, Landing(top: top))
        }
        let licence = try await services.licences.licence(of: "ada")
        #expect(licence == Licence(pilot: "ada", points: 14, suspended: true))
    }
}
