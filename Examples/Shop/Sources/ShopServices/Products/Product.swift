// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema

/// Something for sale.
@Schema package struct Product: Codable, Hashable, Sendable, Identifiable {
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
@Schema package struct NewProduct: Hashable, Sendable {
    /// On one line, and not blank.
    @Field(
        .length(1...100),
        .pattern(#"^[^\x00-\x1F]*[^\x00-\x20][^\x00-\x1F]*$"#, "must be one line that is not blank")
    )
    package var name: String
    package var price: Money
    @Field(.range(0...1_000_000)) package var stock: Int

    package init(name: String, price: Money, stock: Int) {
        self.name = name
        self.price = price
        self.stock = stock
    }
}

/// What came in from a supplier.
@Schema package struct Delivery: Hashable, Sendable {
    @Field(.range(1...1_000_000)) package var quantity: Int

    package init(quantity: Int) {
        self.quantity = quantity
    }
}
