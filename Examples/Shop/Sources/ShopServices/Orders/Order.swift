// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a user bought, at the prices of that moment.
@Schema package struct Order: Codable, Hashable, Sendable, Identifiable {
    package struct ID: EntityID {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }
    }

    /// One product of an order.
    ///
    /// Name and price are copies: later changes do not rewrite history.
    @Schema package struct Line: Codable, Hashable, Sendable {
        package let productID: Product.ID
        package let name: String
        package let quantity: Int
        package let unitPrice: Money

        package init(productID: Product.ID, name: String, quantity: Int, unitPrice: Money) {
            self.productID = productID
            self.name = name
            self.quantity = quantity
            self.unitPrice = unitPrice
        }
    }

    package let id: ID
    package let userID: User.ID
    package let lines: [Line]
    package let total: Money
    package var status: Status
    package let createdAt: Date

    package init(id: ID, draft: OrderDraft, status: Status = .placed) {
        self.id = id
        self.userID = draft.userID
        self.lines = draft.lines
        self.total = draft.total
        self.status = status
        self.createdAt = draft.createdAt
    }
}

/// What a client sends to order.
@Schema package struct NewOrder: Hashable, Sendable {
    @Schema package struct Line: Hashable, Sendable {
        package var productID: Product.ID
        @Field(.range(1...1000)) package var quantity: Int

        package init(productID: Product.ID, quantity: Int) {
            self.productID = productID
            self.quantity = quantity
        }
    }

    package var userID: User.ID
    /// Lines of the same product count as one.
    @Field(.items(1...100)) package var lines: [Line]

    package init(userID: User.ID, lines: [Line]) {
        self.userID = userID
        self.lines = lines
    }
}

/// An order that is checked and priced, and only lacks its stock and its number.
package struct OrderDraft: Hashable, Sendable {
    package let userID: User.ID
    /// No product twice.
    package let lines: [Order.Line]
    package let total: Money
    package let createdAt: Date

    package init(userID: User.ID, lines: [Order.Line], total: Money, createdAt: Date) {
        self.userID = userID
        self.lines = lines
        self.total = total
        self.createdAt = createdAt
    }
}
