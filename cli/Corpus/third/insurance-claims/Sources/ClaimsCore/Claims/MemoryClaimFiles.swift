import HTTPTypes

package actor MemoryClaimFiles: ClaimFiles {
    private var claims: [Claim] = []

    package init() {}

    package func add(_ claim: Claim) -> Claim {
        var claim = claim
        claim.id = claims.count + 1
        claims.append(claim)
        return claim
    }

    package func find(_ id: Int) -> Claim? { claims.first { $0.id == id } }
    package func all() -> [Claim] { claims }
    package func close(_ id: Int) {
        for index in claims.indices where claims[index].id == id { claims[index].isOpen = false }
    }
}

extension ClaimHandling {
    /// What a partner's system is told about a claim.
    package func partnerStatus(_ id: Int) async -> HTTPResponse.Status {
        guard let claim = try? await find(id) else { return .notFound }
        return claim.isOpen ? .accepted : .ok
    }
}
