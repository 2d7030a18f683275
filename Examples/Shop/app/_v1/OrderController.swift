// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Controller struct OrderController {
    let orders: OrderService

    /// The orders of the requester; the staff sees all.
    @GET func list(
        requester: Requester, page: Int = 1, limit: Int = 20
    ) async throws -> Page<Order> {
        try await orders.list(by: requester, page: page, limit: limit)
    }

    /// Places an order: takes the stock, or nothing at all.
    @POST func place(requester: Requester?, body: NewOrder) async throws -> Created<Order> {
        let order = try await orders.place(body, by: requester ?? .customer(body.userID))
        return Created(order, at: "/v1/orders/\(order.id)")
    }

    /// One order, for its customer and the staff.
    @GET("/:id") func show(id: Order.ID, requester: Requester) async throws -> Order {
        try await orders.find(id, by: requester)
    }

    /// Cancels an order and gives its stock back.
    @DELETE("/:id") func cancel(id: Order.ID, requester: Requester) async throws -> Order {
        try await orders.cancel(id, by: requester)
    }
}
