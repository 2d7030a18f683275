// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema

/// A number that identifies one kind of thing, so that a product's never passes for a user's.
///
/// In JSON, in a path and in a database it is the plain number.
package protocol EntityID: RawRepresentable, SchemaType, Hashable, Sendable,
    CustomStringConvertible,
    ExpressibleByIntegerLiteral
where RawValue == Int {
    init(rawValue: Int)
}

extension EntityID {
    package init(integerLiteral value: Int) { self.init(rawValue: value) }

    package var description: String { String(rawValue) }
}
