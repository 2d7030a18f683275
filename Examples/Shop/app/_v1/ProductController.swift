// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Controller struct ProductController {
    let products: ProductService

    /// All products, a page at a time.
    @GET func list(page: Int = 1, limit: Int = 20) async throws -> Page<Product> {
        try await products.list(page: page, limit: limit)
    }

    /// One product, with what is left of it.
    @GET("/:id") func show(id: Product.ID) async throws -> Product {
        try await products.find(id)
    }
}
