// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The rules for products.
package struct ProductService: Sendable {
    /// The highest stock of one product.
    package static let maximumStock = 1_000_000

    private let store: any ProductStore

    package init(store: any ProductStore) {
        self.store = store
    }

    /// Puts something up for sale.
    ///
    /// - Throws: ``ShopError/invalid(_:)``.
    package func create(_ new: NewProduct) async throws -> Product {
        let new = NewProduct(name: new.name.trimmed, price: new.price, stock: new.stock)
        try new.check()
        return try await store.add(new)
    }

    /// One product.
    ///
    /// - Throws: ``ShopError/productNotFound(_:)``.
    package func find(_ id: Product.ID) async throws -> Product {
        guard let product = try await store.find(id) else { throw ShopError.productNotFound(id) }
        return product
    }

    /// Products in the order they were added.
    ///
    /// - Throws: ``ShopError/invalid(_:)``.
    package func list(_ page: PageRequest = PageRequest()) async throws -> Page<Product> {
        try page.check()
        return try await store.list(page)
    }

    /// Adds to the stock of a product.
    ///
    /// - Throws: ``ShopError/invalid(_:)``, ``ShopError/productNotFound(_:)``,
    ///   ``ShopError/stockTooHigh``.
    package func restock(_ id: Product.ID, _ delivery: Delivery) async throws -> Product {
        try delivery.check()
        guard let product = try await store.restock(id, by: delivery.quantity) else {
            throw ShopError.productNotFound(id)
        }
        return product
    }
}
