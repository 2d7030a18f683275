// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Route struct OrdersRoute {
    let orders: OrderService

    /// The orders of the requester; the staff sees all.
    func GET(requester: Requester, page: Int = 1, limit: Int = 20) async throws -> Page<Order> {
        try await orders.list(by: requester, page: page, limit: limit)
    }

    /// Places an order: takes the stock, or nothing at all.
    func POST(requester: Requester?, body: NewOrder) async throws -> Created<Order> {
        // Without a login, whoever names nobody acts for the user of the order.
        let order = try await orders.place(body, by: requester ?? .customer(body.userID))
        return Created(order, at: "/api/orders/\(order.id)")
    }
}
