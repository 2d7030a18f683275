// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Keeps orders and, with each, takes the stock: the two must never disagree.
package protocol OrderStore: Sendable {
    /// Takes the stock of every line and adds the order, all or nothing.
    ///
    /// Throws ``ShopError/outOfStock(product:requested:available:)`` for the first line that cannot
    /// be served, ``ShopError/productNotFound(_:)`` or ``ShopError/userNotFound(_:)``.
    func place(_ draft: OrderDraft) async throws -> Order

    func find(_ id: Order.ID) async throws -> Order?

    /// Orders in the order they were placed, of one user or of all.
    func list(of user: User.ID?, _ page: PageRequest) async throws -> Page<Order>

    /// Changes the state if it still is `from`; false if it is not, or if there is no such order.
    /// With a change to `.cancelled` the stock goes back in the same step.
    func change(_ id: Order.ID, from: Order.Status, to: Order.Status) async throws -> Bool
}
