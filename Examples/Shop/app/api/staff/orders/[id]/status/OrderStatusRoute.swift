// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

/// The state that an order is to have.
@Schema struct StatusChange {
    var status: Order.Status
}

@Route struct OrderStatusRoute {
    let orders: OrderService

    /// Moves an order on: paid, shipped, delivered.
    ///
    /// - Throws: 404 when there is no such order, 409 when it cannot go to that state.
    func PUT(id: Order.ID, body: StatusChange) async throws -> Order {
        try await orders.change(id, to: body.status, by: .staff)
    }
}
