import Fledge
import HarborServices

@Route struct RequestsRoute {
    let pilotage: PilotageService

    /// The requests that no pilot has taken, soonest first.
    func GET(port: String) async throws -> [HarborServices.Request] {
        try await pilotage.open(in: port)
    }

    /// Asks for a pilot.
    func POST(port: String, body: NewRequest) async throws -> Created<HarborServices.Request> {
        let request = try await pilotage.submit(body, to: port)
        return Created(request, at: "/api/v2/ports/\(port)/requests/\(request.id.rawValue)")
    }
}
