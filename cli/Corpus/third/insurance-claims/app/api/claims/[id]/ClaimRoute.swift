import ClaimsCore
import Fledge

@Route struct ClaimRoute {
    let claims: ClaimHandling

    func GET(agent: Agent, id: Int) async throws -> Claim {
        try await claims.find(id)
    }

    func DELETE(agent: Agent, id: Int) async throws -> Response {
        try await claims.close(id)
        return Response(.noContent)
    }
}
