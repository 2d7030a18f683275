// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The rules for products.
package struct ProductService: Sendable {
    /// The highest price, in minor units: a typing error is caught, and no total overflows.
    package static let maximumPrice = 1_000_000_000

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
        var check = Validation()
        let name = check.name(new.name, "name")
        check.require(
            1...Self.maximumPrice ~= new.price.amount, "price.amount",
            "must be from 1 to \(Self.maximumPrice) minor units")
        check.require(
            0...Self.maximumStock ~= new.stock, "stock", "must be from 0 to \(Self.maximumStock)")
        try check.finish()
        return try await store.add(NewProduct(name: name, price: new.price, stock: new.stock))
    }

    /// One product.
    ///
    /// - Throws: ``ShopError/productNotFound(_:)``.
    package func find(_ id: Product.ID) async throws -> Product {
        guard let product = try await store.find(id) else { throw ShopError.productNotFound(id) }
        return product
    }

    /// Products in the order they were added.
    package func list(page: Int = 1, limit: Int = 20) async throws -> Page<Product> {
        try await store.list(PageRequest(page: page, limit: limit))
    }

    /// Adds to the stock of a product.
    ///
    /// - Throws: ``ShopError/invalid(_:)``, ``ShopError/productNotFound(_:)``.
    package func restock(_ id: Product.ID, by quantity: Int) async throws -> Product {
        var check = Validation()
        check.require(
            1...Self.maximumStock ~= quantity, "quantity", "must be from 1 to \(Self.maximumStock)")
        try check.finish()
        guard let product = try await store.restock(id, by: quantity) else {
            throw ShopError.productNotFound(id)
        }
        return product
    }
}

extension ShopError {
    /// What ``ProductStore/restock(_:by:)`` throws when the shelf would be too full.
    package static let stockTooHigh = ShopError.invalid([
        Violation("quantity", "must not raise the stock above \(ProductService.maximumStock)")
    ])
}
