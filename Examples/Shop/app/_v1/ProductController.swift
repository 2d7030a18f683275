// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Controller struct ProductController {
    let products: ProductService

    /// All products, a page at a time.
    @GET func list(query: PageRequest) async throws -> Page<Product> {
        try await products.list(query)
    }

    /// One product, with what is left of it.
    ///
    /// - Throws: 404 when there is no such product.
    @GET("/:id") func show(id: Product.ID) async throws -> Product {
        try await products.find(id)
    }
}
