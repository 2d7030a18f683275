// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

/// The state that an order is to have.
struct StatusChange: Decodable {
    var status: Order.Status
}

@Route struct OrderStatusRoute {
    let orders: OrderService

    /// Moves an order on: paid, shipped, delivered.
    func PUT(id: Order.ID, body: StatusChange) async throws -> Order {
        try await orders.change(id, to: body.status, by: .staff)
    }
}
