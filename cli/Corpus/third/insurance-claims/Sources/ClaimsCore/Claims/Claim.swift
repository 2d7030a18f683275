import FledgeSchema

@Schema package struct Claim: Equatable, Sendable {
    package var id: Int
    package var policy: String
    package var kind: String
    package var cents: Int
    package var agent: String
    package var isOpen: Bool
}

@Schema package struct NewClaim: Sendable {
    package var policy: String
    package var kind: String
    package var cents: Int

    package init(policy: String, kind: String, cents: Int) {
        self.policy = policy
        self.kind = kind
        self.cents = cents
    }
}

@Schema package struct Paging: Sendable {
    @Field(.range(1...10_000)) package var page: Int = 1
    @Field(.range(1...50)) package var size: Int = 20
}

@Schema package struct ClaimPage: Sendable {
    package var items: [Claim]
    package var pages: Int
}

package enum ClaimError: Error, Equatable {
    case unknown(Int)
    case closed(Int)
    case overLimit(Int)
}

/// What is paid: the deductible off, up to the limit of the policy.
package struct Settlement: Sendable {
    package var deductible = 15_000

    package init() {}

    package func payout(for claim: Claim, limit: Int) throws -> Int {
        guard claim.isOpen else { throw ClaimError.closed(claim.id) }
        guard claim.cents <= limit else { throw ClaimError.overLimit(limit) }
        return max(0, claim.cents - deductible)
    }
}
