#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import FledgeSchema

@Schema struct Subscriber: Hashable, Sendable {
    let id: Int
    var email: String
    var language: String
    var active: Bool
    var since: Int
}

struct SubscriberService: Sendable {
    let store: SubscriberStore
    var now: @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }

    /// Whether the address is new.
    func subscribe(_ email: String, language: String) async throws -> Bool {
        let email = email.lowercased()
        if let known = try await store.find(email), known.active { return false }
        try await store.put(email, language: language, since: now())
        return true
    }

    func unsubscribe(_ email: String) async throws { try await store.deactivate(email.lowercased()) }

    func list(active: Bool) async throws -> [Subscriber] { try await store.list(active: active) }
}
