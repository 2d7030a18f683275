import ClaimsCore
import Fledge

@Route struct LetterRoute {
    let claims: ClaimHandling

    /// The letter to the customer.
    func GET(agent: Agent, id: Int) async throws -> String {
        let claim = try await claims.find(id)
        let euros = claim.cents / 100
        let rest = claim.cents % 100
        let amount = "\(euros).\(rest < 10 ? "0" : "")\(rest) EUR"
        let status = claim.isOpen ? "is being looked at" : "is closed"
        let title = claim.kind.prefix(1).uppercased() + claim.kind.dropFirst()
        return ["Dear customer,", "", "\(title) claim \(claim.id) over \(amount) \(status).", "", agent.name]
            .joined(separator: "\n")
    }
}
