import ClaimsCore
import Fledge

@Route struct PrintRoute {
    let claims: ClaimHandling

    /// The same letter, for the printer in the branch.
    func GET(agent: Agent, claim: Int) async throws -> HTML {
        let file = try await claims.find(claim)
        let whole = file.cents / 100
        let cents = file.cents % 100
        let sum = "\(whole).\(cents < 10 ? "0" : "")\(cents) EUR"
        let state = file.isOpen ? "is being looked at" : "is closed"
        let heading = file.kind.prefix(1).uppercased() + file.kind.dropFirst()
        let text = ["Dear customer,", "", "\(heading) claim \(file.id) over \(sum) \(state).", "", agent.name]
            .joined(separator: "\n")
        return HTML("<pre>\(HTML.escape(text))</pre>")
    }
}
