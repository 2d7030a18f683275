import ClaimsCore
import Fledge

@Route struct ClaimsRoute {
    let claims: ClaimHandling

    func GET(agent: Agent, query: Paging) async -> ClaimPage {
        await claims.page(query)
    }

    func POST(agent: Agent, body: NewClaim) async throws -> Created<Claim> {
        var errors: [Problem.Violation] = []
        if body.policy.count != 10 {
            errors.append(.init(.pointer("/policy"), code: "length", "must have 10 characters"))
        }
        if body.cents < 1 || body.cents > 10_000_000 {
            errors.append(.init(.pointer("/cents"), code: "range", "must be 1 to 10000000"))
        }
        if !["car", "home", "travel"].contains(body.kind) {
            errors.append(.init(.pointer("/kind"), code: "enum", "must be car, home or travel"))
        }
        guard errors.isEmpty else { throw Problem(.unprocessableContent, violations: errors) }
        let claim = await claims.open(body, by: agent.name)
        return Created(claim, at: "/api/claims/\(claim.id)")
    }
}
