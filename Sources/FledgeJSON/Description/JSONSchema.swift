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

    /// The schema as a JSON value.
    public var json: JSON { .object(members) }

    /// A reference to a definition, when it is nothing else.
    public var reference: String? {
        guard case .string(let reference)? = members["$ref"] else { return nil }
        return reference
    }
}

extension JSONSchema {
    /// Changes the schema in the keyword `name`, if there is one.
    mutating func change(_ name: String, _ change: (inout JSONSchema) -> Void) {
        guard case .object(let members)? = members[name] else { return }
        var schema = JSONSchema(members)
        change(&schema)
        self.members[name] = schema.json
    }

    /// Adds a description and an example, unless they are `nil`.
    mutating func annotate(description: String?, example: JSON?) {
        if let description { members["description"] = .string(description) }
        if let example { members["examples"] = [example] }
    }
}
