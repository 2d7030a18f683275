#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What becomes of a deed, and what it costs.
public struct DeedService: Sendable {
    let store: any DeedStore
    let now: @Sendable () -> Date

    public init(store: any DeedStore, now: @escaping @Sendable () -> Date = { Date() }) {
        self.store = store
        self.now = now
    }

    public func file(title: String, owner: String, pages: Int) async throws -> Deed {
        try await store.add(title: title, owner: owner, pages: pages, at: now())
    }

    public func find(_ id: Int) async throws -> Deed {
        guard let deed = try await store.find(id) else { throw DeedError.unknown(id) }
        return deed
    }

    /// In cents: 40.00, and 6.50 for each page after the fourth.
    public func fee(for deed: Deed) -> Int { 4_000 + max(0, deed.pages - 4) * 650 }

    /// The bank says that so much was paid; less than the fee is not enough.
    public func paid(_ id: Int, cents: Int) async throws -> Deed {
        var deed = try await find(id)
        guard deed.state == .awaitingFee || deed.state == .draft else {
            throw DeedError.wrongState(deed.state)
        }
        deed.state = cents >= fee(for: deed) ? .sealed : .awaitingFee
        deed.changed = now()
        try await store.save(deed)
        return deed
    }

    /// Drafts that nobody has touched for ninety days are void.
    public func expire() async throws -> Int {
        let limit = now().addingTimeInterval(-90 * 86_400)
        var count = 0
        for var deed in try await store.all() where deed.state == .draft && deed.changed < limit {
            deed.state = .void
            try await store.save(deed)
            count += 1
        }
        return count
    }
}
