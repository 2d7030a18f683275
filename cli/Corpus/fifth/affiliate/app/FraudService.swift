import Foundation

/// Blocks partners who click on their own links.
struct FraudService: Sendable {
    let store: AffiliateStore

    func sweep() async throws {
        for partner in try await store.partners() where !partner.isBlocked {
            let clicks = try await store.clicks(of: partner.code)
            let agents = Set(clicks.map(\.agent))
            if clicks.count > 500, agents.count < 3 { try await store.block(partner.code) }
        }
    }
}
