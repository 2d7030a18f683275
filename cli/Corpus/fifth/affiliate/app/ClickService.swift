import Fledge
import Foundation

struct ClickService: Sendable {
    let store: AffiliateStore

    /// Counts a click, unless a machine made it.
    func record(_ code: String, headers: Fields, at date: Date) async throws -> Bool {
        let agent = headers[.userAgent] ?? ""
        guard !agent.isEmpty, !agent.lowercased().contains("bot") else { return false }
        guard try await store.partner(code) != nil else { return false }
        try await store.add(Click(partner: code, agent: agent, at: date))
        return true
    }
}
