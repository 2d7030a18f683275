// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Route struct ProductsRoute {
    let products: ProductService

    /// All products, a page at a time.
    func GET(page: Int = 1, limit: Int = 20) async throws -> Page<Product> {
        try await products.list(page: page, limit: limit)
    }
}
