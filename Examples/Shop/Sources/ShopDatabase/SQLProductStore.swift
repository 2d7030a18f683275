// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import ShopServices

/// Products in a database.
package struct SQLProductStore: ProductStore {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    package func add(_ new: NewProduct) async throws -> Product {
        try await database.one(
            """
            INSERT INTO products (name, price_amount, price_currency, stock)
            VALUES (\(new.name), \(new.price.amount), \(new.price.currency), \(new.stock))
            RETURNING *
            """, as: Product.self)
    }

    package func find(_ id: Product.ID) async throws -> Product? {
        try await database.first("SELECT * FROM products WHERE id = \(id)", as: Product.self)
    }

    package func find(_ ids: [Product.ID]) async throws -> [Product] {
        try await database.query("SELECT * FROM products WHERE id IN (\(ids))", as: Product.self)
    }

    package func list(_ page: PageRequest) async throws -> Page<Product> {
        let total = try await database.one("SELECT count(*) FROM products", as: Int.self)
        let products = try await database.query(
            "SELECT * FROM products ORDER BY id \(page.clause)", as: Product.self)
        return page.page(of: products, total: total)
    }

    package func restock(_ id: Product.ID, by quantity: Int) async throws -> Product? {
        let limit = ProductService.maximumStock - quantity
        let product = try await database.first(
            """
            UPDATE products SET stock = stock + \(quantity)
            WHERE id = \(id) AND stock <= \(limit)
            RETURNING *
            """, as: Product.self)
        if product == nil, try await find(id) != nil { throw ShopError.stockTooHigh }
        return product
    }
}
