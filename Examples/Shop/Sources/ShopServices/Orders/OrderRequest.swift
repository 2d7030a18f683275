// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema

/// What a client calls one wish to order, so that asking again, because no answer came, is no second
/// order.
///
/// Any text of visible ASCII, such as a UUID, new for each wish.
package struct IdempotencyKey: RawRepresentable, SchemaType, Hashable, Sendable {
    package let rawValue: String

    package init?(rawValue: String) {
        guard 1...255 ~= rawValue.utf8.count, rawValue.utf8.allSatisfy({ 0x21...0x7E ~= $0 })
        else { return nil }
        self.rawValue = rawValue
    }

    package static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "string", "pattern": "^[!-~]{1,255}$"])
    }
}

/// One wish of one user to order, told by its key.
package struct OrderRequest: Hashable, Sendable {
    package let userID: User.ID
    package let key: IdempotencyKey
    /// What is asked for, written the same way each time, so that another wish under the same key is
    /// noticed.
    package let body: String

    package init(_ new: NewOrder, key: IdempotencyKey) {
        self.userID = new.userID
        self.key = key
        self.body = new.lines.map { "\($0.quantity) of \($0.productID)" }.joined(separator: ", ")
    }

    /// Throws unless what was asked for under the key before is what is asked for now.
    package func check(against earlier: String) throws(ShopError) {
        guard earlier == body else { throw .keyReused(key) }
    }
}
