import Foundation

package struct FlightService: Sendable {
    let store: any FlightStore
    let zones: ZoneMap
    let mailer: any Mailer
    let now: @Sendable () -> Date

    package func start(_ takeOff: TakeOff) async throws -> Flight {
        if let zone = zones.zone(takeOff.latitude, takeOff.longitude) {
            try await mailer.send("\(takeOff.pilot) asked for \(zone)", to: "tower@example.com")
            throw FlightError.forbidden(zone: zone)
        }
        guard try await store.inTheAir(takeOff.drone) == nil else { throw FlightError.flying }
        return try await store.add(takeOff, now())
    }

    package func find(_ id: Int) async throws -> Flight? { try await store.find(id) }

    package func list(of pilot: String, after id: Int?, limit: Int) async throws -> [Flight] {
        Array(try await store.list(of: pilot).filter { $0.id > id ?? 0 }.prefix(limit))
    }

    package func remark(_ flight: Flight, _ text: String) async throws -> Flight {
        var flight = flight
        flight.remark = [flight.remark, text].compactMap { $0 }.joined(separator: "\n")
        try await store.end(flight)
        return flight
    }

    package func land(_ id: Int, _ landing: Landing) async throws -> Flight {
        guard var flight = try await store.find(id) else { throw FlightError.unknown }
        guard flight.ended == nil else { throw FlightError.ended }
        flight.ended = now()
        flight.top = landing.top
        try await store.end(flight)
        return flight
    }
}
