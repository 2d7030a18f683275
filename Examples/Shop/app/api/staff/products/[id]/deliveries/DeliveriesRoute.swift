// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

/// What came in from a supplier.
struct Delivery: Decodable {
    var quantity: Int
}

@Route struct DeliveriesRoute {
    let products: ProductService

    /// Puts new stock on the shelf.
    func POST(id: Product.ID, body: Delivery) async throws -> Product {
        try await products.restock(id, by: body.quantity)
    }
}
