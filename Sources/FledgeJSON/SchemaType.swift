// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A value that reads itself from JSON, writes itself, and describes itself.
///
/// `@Schema` writes the conformance of a struct or an enum. By hand it takes three functions; an
/// enum or an identifier over a raw value needs none:
///
///     enum Status: String, CaseIterable, SchemaType { case open, closed }
///     struct UserID: RawRepresentable, SchemaType { var rawValue: Int }
///
/// Reading and writing go straight between bytes and values, in one pass. Conforming makes a type
/// `Codable` as well; for other coders a type written by hand goes through its JSON, a `@Schema` struct
/// through its properties.
public protocol SchemaType: Codable, Constrained, SendableMetatype {
    /// Reads one value and consumes exactly it.
    ///
    /// - Throws: ``JSONError/malformed`` ends everything. ``JSONError/invalid`` means that at least
    ///   one violation was recorded in the reader and the value was consumed all the same: the
    ///   caller goes on with the next member, so that one pass finds every violation.
    init(json reader: inout JSONReader) throws(JSONError)

    /// Writes the value.
    func write(to writer: inout JSONWriter)

    /// The JSON Schema of the type: in place, or a `$ref` to a definition that it adds to the
    /// registry.
    static func describe(in registry: inout SchemaRegistry) -> JSONSchema

    /// What it means when an object does not have the member; `nil`: it must have it.
    ///
    /// `.some(nil)` for an `Optional`, `.absent` for a ``Patch``.
    static var valueWhenAbsent: Self? { get }

    /// Whether an object leaves the member out: `nil` of an `Optional`, `absent` of a ``Patch``.
    var isAbsent: Bool { get }
}

extension SchemaType {
    /// `nil`: the member is required.
    @inlinable public static var valueWhenAbsent: Self? { nil }
    /// `false`: the member is written.
    @inlinable public var isAbsent: Bool { false }
}

/// A value that is a JSON object and can lend its members to another one.
///
/// An enum with payloads writes `{"type": "card", "number": "…"}`: the discriminator is its own, the
/// rest are the members of the payload. `@Schema` writes the conformance for structs.
public protocol SchemaObject: SchemaType {
    /// Writes the members, without the braces.
    func writeMembers(to writer: inout JSONWriter)

    /// Adds the members to the schema of an object.
    static func describeMembers(of object: inout ObjectSchema, in registry: inout SchemaRegistry)
}

extension SchemaObject {
    /// Writes an object of the members.
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writeMembers(to: &writer)
        writer.endObject()
    }

    /// A definition with the members.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        registry.define(Self.self) { registry in
            var object = ObjectSchema()
            describeMembers(of: &object, in: &registry)
            return object.schema
        }
    }
}
