// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// A whole shop in memory, for tests and demonstrations.
///
/// One lock guards everything, as one database would, so that an order and its stock change
/// together. It passes the same contract suite as the SQL stores, so tests on it mean something.
package final class InMemoryShop: Sendable {
    struct State {
        var users: [User.ID: User] = [:]
        var products: [Product.ID: Product] = [:]
        var orders: [Order.ID: Order] = [:]
        var requests: [RequestKey: (body: String, order: Order.ID)] = [:]
        /// The last number given out for each kind of thing, as a table has a sequence of its own.
        ///
        /// Numbers are never used again.
        private var lastIDs: [ObjectIdentifier: Int] = [:]

        mutating func nextID<ID: EntityID>(_ kind: ID.Type = ID.self) -> ID {
            let number = lastIDs[ObjectIdentifier(kind), default: 0] + 1
            lastIDs[ObjectIdentifier(kind)] = number
            return ID(rawValue: number)
        }
    }

    struct RequestKey: Hashable {
        let userID: User.ID
        let key: IdempotencyKey
    }

    private let state = Mutex(State())

    package init() {}

    func withState<T: Sendable>(_ body: (inout State) throws -> T) rethrows -> T {
        try state.withLock { state in try body(&state) }
    }
}

extension Stores {
    /// Stores that share one new shop in memory.
    package static func inMemory() -> Stores {
        let shop = InMemoryShop()
        return Stores(
            users: InMemoryUserStore(shop), products: InMemoryProductStore(shop),
            orders: InMemoryOrderStore(shop))
    }
}

extension PageRequest {
    /// Cuts the page out of everything.
    func cut<Item: Identifiable>(_ all: [Item]) -> Page<Item> where Item.ID: EntityID {
        let sorted = all.sorted { $0.id.rawValue < $1.id.rawValue }
        return page(of: Array(sorted.dropFirst(offset).prefix(limit)), total: all.count)
    }
}
