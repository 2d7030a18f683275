// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One JSON Schema (2020-12), keywords in reading order.
///
///     JSONSchema(["type": "string", "format": "email"])
public struct JSONSchema: Sendable, Hashable {
    /// The keywords.
    public var members: JSON.Object

    /// A schema of these keywords.
    public init(_ members: JSON.Object) {
        self.members = members
    }
}
