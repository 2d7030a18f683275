// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Route struct OrderRoute {
    let orders: OrderService

    /// One order, for its customer and the staff.
    ///
    /// - Throws: 404 when there is no such order, or it is somebody else's.
    func GET(id: Order.ID, requester: Requester) async throws -> Order {
        try await orders.find(id, by: requester)
    }

    /// Cancels an order and gives its stock back.
    ///
    /// - Throws: 403 when a customer cancels a paid order, 404 when there is no such order, 409 when it
    ///   is too late.
    func DELETE(id: Order.ID, requester: Requester) async throws -> Order {
        try await orders.cancel(id, by: requester)
    }
}
