// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension Optional: SchemaType where Wrapped: SchemaType {
    /// Reads `null` or a value.
    @inlinable public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readNull() ? nil : Wrapped(json: &reader)
    }

    /// Writes the value or `null`.
    @inlinable public func write(to writer: inout JSONWriter) {
        if let self { self.write(to: &writer) } else { writer.null() }
    }

    /// The value's schema, or `null`.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        Wrapped.describe(in: &registry).orNull
    }

    /// A member that is missing is `nil`.
    @inlinable public static var valueWhenAbsent: Self? { .some(nil) }

    /// An object leaves out a member that is `nil`.
    @inlinable public var isAbsent: Bool { self == nil }
}

extension JSONSchema {
    /// The same, and `null` as well.
    var orNull: JSONSchema {
        // What allows everything allows `null`.
        if members.isEmpty { return self }
        var schema = self
        if case .string(let type)? = members["type"], members["enum"] == nil {
            schema.members["type"] = [.string(type), "null"]
            return schema
        }
        return JSONSchema(["anyOf": [.object(members), ["type": "null"]]])
    }
}
