// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Route struct ProductRoute {
    let products: ProductService

    /// One product, with what is left of it.
    ///
    /// - Throws: 404 when there is no such product.
    func GET(id: Product.ID) async throws -> Product {
        try await products.find(id)
    }
}
