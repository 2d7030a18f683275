import DroneLogServices
import Fledge

@Route struct FlightsRoute {
    let flights: FlightService

    /// Takes off.
    func POST(body: TakeOff) async throws -> Created<Flight> {
        let flight = try await flights.start(body)
        return Created(flight, at: "/flights/\(flight.id)")
    }
}
