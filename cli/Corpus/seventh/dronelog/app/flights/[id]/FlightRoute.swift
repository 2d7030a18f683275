import DroneLogServices
import Fledge

@Route struct FlightRoute {
    let flights: FlightService

    func GET(id: Int) async throws -> Flight? { try await flights.find(id) }
}
