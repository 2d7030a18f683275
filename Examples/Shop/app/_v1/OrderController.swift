// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Controller struct OrderController {
    let orders: OrderService

    /// The orders of the requester; the staff sees all.
    @GET func list(requester: Requester, query: PageRequest) async throws -> Page<Order> {
        try await orders.list(by: requester, query)
    }

    /// Places an order: takes the stock, or nothing at all.
    ///
    /// - Throws: 403 when a customer orders for somebody else, 404 when there is no such user, 409 when
    ///   something is sold out or cannot be sold together.
    @POST func place(requester: Requester?, body: NewOrder) async throws -> Created<Order> {
        let order = try await orders.place(body, by: requester ?? .customer(body.userID))
        return Created(order, at: "/v1/orders/\(order.id)")
    }

    /// One order, for its customer and the staff.
    ///
    /// - Throws: 404 when there is no such order, or it is somebody else's.
    @GET("/:id") func show(id: Order.ID, requester: Requester) async throws -> Order {
        try await orders.find(id, by: requester)
    }

    /// Cancels an order and gives its stock back.
    ///
    /// - Throws: 403 when a customer cancels a paid order, 404 when there is no such order, 409 when it
    ///   is too late.
    @DELETE("/:id") func cancel(id: Order.ID, requester: Requester) async throws -> Order {
        try await orders.cancel(id, by: requester)
    }
}
