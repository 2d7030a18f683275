// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Something for sale.
package struct Product: Codable, Hashable, Sendable, Identifiable {
    package struct ID: EntityID {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }
    }

    package let id: ID
    package var name: String
    package var price: Money
    /// How many can be sold.
    ///
    /// Never below zero.
    package var stock: Int

    package init(id: ID, name: String, price: Money, stock: Int) {
        self.id = id
        self.name = name
        self.price = price
        self.stock = stock
    }
}

/// What it takes to put something up for sale.
package struct NewProduct: Codable, Hashable, Sendable {
    package var name: String
    package var price: Money
    package var stock: Int

    package init(name: String, price: Money, stock: Int) {
        self.name = name
        self.price = price
        self.stock = stock
    }
}
