// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Route struct ProductsRoute {
    let products: ProductService

    /// All products, a page at a time.
    func GET(query: PageRequest) async throws -> Page<Product> {
        try await products.list(query)
    }
}
