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
    /// - Throws: 403 when a customer orders for somebody else, 404 when there is no such user, 409 when
    ///   something is sold out or cannot be sold together.
    func POST(requester: Requester?, body: NewOrder) async throws -> Created<Order> {
        // Without a login, whoever names nobody acts for the user of the order.
        let order = try await orders.place(body, by: requester ?? .customer(body.userID))
        return Created(order, at: "/api/orders/\(order.id)")
    }
}
