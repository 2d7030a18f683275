// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Route struct NewProductsRoute {
    let products: ProductService

    /// A new product.
    func POST(body: NewProduct) async throws -> Created<Product> {
        let product = try await products.create(body)
        return Created(product, at: "/api/products/\(product.id)")
    }
}
