// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Route struct DeliveriesRoute {
    let products: ProductService

    /// Puts new stock on the shelf.
    ///
    /// - Throws: 404 when there is no such product, 409 when the shelf would be too full.
    func POST(id: Product.ID, body: Delivery) async throws -> Product {
        try await products.restock(id, body)
    }
}
