import DroneLogServices
import Fledge

@Route struct LandingRoute {
    let flights: FlightService

    func POST(id: Int, body: Landing) async throws -> Flight { try await flights.land(id, body) }
}
