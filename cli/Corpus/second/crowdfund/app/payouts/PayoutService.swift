/// Pays out what has ended well.
struct PayoutService: Sendable {
    let store: CampaignStore
    var today: @Sendable () -> Int = { 0 }
    var transfer: @Sendable (Int, Int) async throws -> Void = { _, _ in }

    func run() async throws {
        for campaign in try await store.all() where campaign.ends <= today() {
            let raised = try await store.pledges(of: campaign.id).map(\.cents).reduce(0, +)
            guard raised >= campaign.goal else { continue }
            try await transfer(campaign.id, raised * 95 / 100)
        }
    }
}
