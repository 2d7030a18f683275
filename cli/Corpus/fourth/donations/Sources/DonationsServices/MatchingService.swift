/// Firms that double what others give.
package struct MatchingService: Sendable {
    let limits: [String: Int]

    package init(limits: [String: Int]) { self.limits = limits }

    package func matched(_ cents: Int, by firm: String) -> Int {
        min(cents, limits[firm] ?? 0)
    }
}

/// Tells a firm what it owes at the end of a campaign.
package struct PledgeService: Sendable {
    let donations: DonationService
    let matching: MatchingService

    package init(donations: DonationService, matching: MatchingService) {
        self.donations = donations
        self.matching = matching
    }

    package func owed(by firm: String, for campaign: String) async throws -> Int {
        let cents = try await donations.all().filter { $0.campaign == campaign }
            .reduce(0) { $0 + $1.cents }
        return matching.matched(cents, by: firm)
    }
}
