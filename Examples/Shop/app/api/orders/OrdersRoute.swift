// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Route struct OrdersRoute {
    let orders: OrderService

    /// The orders of the requester; the staff sees all.
    func GET(requester: Requester, query: PageRequest) async throws -> Page<Order> {
        try await orders.list(by: requester, query)
    }

    /// Places an order: takes the stock, or nothing at all.
    ///
    /// With an `Idempotency-Key`, a text that is new for each order, it can be sent again when no
    /// answer came: it places one order, and each answer tells of that one.
    ///
    /// - Throws: 403 when a customer orders for somebody else, 404 when there is no such user, 409 when
    ///   something is sold out or cannot be sold together, 422 when the body has another
    ///   form or the key was used for another order.
    func POST(
        requester: Requester?, idempotencyKey: Header<IdempotencyKey>?, body: NewOrder
    ) async throws -> Created<Order> {
        // Without a login, whoever names nobody acts for the user of the order.
        let order = try await orders.place(
            body, by: requester ?? .customer(body.userID), key: idempotencyKey?.value)
        return Created(order, at: "/api/orders/\(order.id)")
    }
}
