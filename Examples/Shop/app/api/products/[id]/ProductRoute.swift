// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Route struct ProductRoute {
    let products: ProductService

    /// One product, with what is left of it.
    func GET(id: Product.ID) async throws -> Product {
        try await products.find(id)
    }
}
