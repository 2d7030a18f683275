import Fledge
import HarborServices

@Schema struct Taking {
    @Field(.length(1...40)) var pilot: String
}

@Route struct RequestRoute {
    let pilotage: PilotageService

    func GET(port: String, id: HarborServices.Request.ID) async throws -> HarborServices.Request {
        try await pilotage.find(id, in: port)
    }

    /// A pilot takes the request.
    func PUT(
        port: String, id: HarborServices.Request.ID, body: Taking
    ) async throws -> HarborServices.Request {
        try await pilotage.take(id, in: port, pilot: body.pilot)
    }
}
