import DroneLogServices
import Fledge

@Controller struct PilotController {
    let flights: FlightService
    let licences: LicenceService

    @GET("/:pilot/flights") func flights(pilot: String, after: String?) async throws -> FlightPage {
        let position = try after.map(position)
        let found = try await flights.list(of: pilot, after: position, limit: 26)
        return FlightPage(
            items: Array(found.prefix(25)), next: found.count > 25 ? String(found[24].id) : nil)
    }

    @GET("/:pilot/licence") func licence(pilot: String) async throws -> Licence {
        try await licences.licence(of: pilot)
    }

    private func position(_ text: String) throws -> Int {
        guard let id = Int(text), id > 0 else {
            throw Problem(.badRequest, "'after' is the 'next' of another page.")
        }
        return id
    }
}

@Schema struct FlightPage: Sendable {
    var items: [Flight]
    var next: String?
}
