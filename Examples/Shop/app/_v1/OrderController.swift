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
    /// With an `Idempotency-Key`, a text that is new for each order, it can be sent again when no
    /// answer came: it places one order, and each answer tells of that one.
    ///
    /// - Throws: 403 when a customer orders for somebody else, 404 when there is no such user, 409 when
    ///   something is sold out or cannot be sold together, 422 when the body has another
    ///   form or the key was used for another order.
    @POST func place(
        requester: Requester?, idempotencyKey: Header<IdempotencyKey>?, body: NewOrder
    ) async throws -> Created<Order> {
        let order = try await orders.place(
            body, by: requester ?? .customer(body.userID), key: idempotencyKey?.value)
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
