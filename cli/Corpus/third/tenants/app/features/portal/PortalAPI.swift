import Fledge

@Controller struct PortalAPI {
    let tokens: PortalTokens
    let leases: LeaseLedger

    @GET func mine(portal: Cookie<String>?) async throws -> Lease {
        guard let portal else { throw Problem(.unauthorized, "Open the link in your letter.") }
        guard let id = await tokens.lease(of: portal.value) else { throw Problem(.forbidden, "The link is old.") }
        return try await leases.lease(id)
    }
}
