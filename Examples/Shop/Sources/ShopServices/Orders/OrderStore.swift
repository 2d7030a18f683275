// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Keeps orders and, with each, takes the stock: the two must never disagree.
package protocol OrderStore: Sendable {
    /// Takes the stock of every line, adds the order and remembers the request, all or nothing.
    ///
    /// A request whose order is there already gets that one: decided in the same step, since the same
    /// request may be under way many times at once. Throws ``ShopError/keyReused(_:)`` if that order
    /// was of other things.
    ///
    /// Throws ``ShopError/outOfStock(product:requested:available:)`` for the first line that cannot
    /// be served, ``ShopError/productNotFound(_:)`` or ``ShopError/userNotFound(_:)``.
    func place(_ draft: OrderDraft, for request: OrderRequest?) async throws -> Order

    /// The order that a request has led to; nil if there is none yet. Throws
    /// ``ShopError/keyReused(_:)`` as above.
    func find(_ request: OrderRequest) async throws -> Order?

    func find(_ id: Order.ID) async throws -> Order?

    /// Orders in the order they were placed, of one user or of all.
    func list(of user: User.ID?, _ page: PageRequest) async throws -> Page<Order>

    /// Changes the state if it still is `from`; false if it is not, or if there is no such order.
    /// With a change to `.cancelled` the stock goes back in the same step.
    func change(_ id: Order.ID, from: Order.Status, to: Order.Status) async throws -> Bool
}

extension OrderStore {
    /// Places an order that nobody asks for twice.
    package func place(_ draft: OrderDraft) async throws -> Order {
        try await place(draft, for: nil)
    }
}
