// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// A member whose type is no SchemaType would be an error wherever the generated code names it. One
// error is enough: it stands at the property, in words, and the rest of that code is compiled by what
// follows here.

extension JSONReader {
    /// Explains itself where the type of a property cannot be read.
    @available(
        *, unavailable,
        message:
            "The type of this property is no SchemaType. Put @Schema on its declaration, or leave the property out: a computed one is no member."
    )
    public mutating func member<Value>(_ name: StaticString) throws(JSONError) -> Value? { nil }

    /// Stands in for the one of a `SchemaType`, which the compiler has asked for by then.
    public mutating func absent<Value>(_ name: StaticString) -> Value? { nil }

    /// Stands in for the one of a `Constrained` type, which the compiler has asked for by then.
    public mutating func check<Value, Rule>(_ name: StaticString, _ value: Value, _ rule: Rule) {}
}

extension JSONWriter {
    /// Writes a property as the member `name`, for the code of `@Schema`.
    @inlinable public mutating func property<Value: SchemaType>(
        _ name: StaticString, _ value: Value
    ) { member(name, value) }

    /// Stands in for the one of a `SchemaType`, which the compiler has asked for by then.
    public mutating func property<Value>(_ name: StaticString, _ value: Value) {}

    /// Writes the members of a payload beside the discriminator, for the code of `@Schema`.
    @inlinable public mutating func members<Payload: SchemaObject>(of payload: Payload) {
        payload.writeMembers(to: &self)
    }

    /// Stands in for the one of a `SchemaObject`, which the compiler has asked for by then.
    public mutating func members<Payload>(of payload: Payload) {}
}

extension ObjectSchema {
    /// Stands in for the one of a `SchemaType`, which the compiler has asked for by then.
    public mutating func add<Value>(
        _ name: String, _ type: Value.Type, _ rules: Any..., description: String? = nil,
        example: JSON? = nil, hasDefault: Bool = false, default value: Value? = nil,
        in registry: inout SchemaRegistry
    ) {}

    /// Stands in for the one of a `SchemaObject`, which the compiler has asked for by then.
    public mutating func add<Payload>(
        membersOf type: Payload.Type, in registry: inout SchemaRegistry
    ) {}
}

extension CodableMembers {
    /// Stands in for the one of a `SchemaType`, which the compiler has asked for by then.
    ///
    /// - Throws: Always.
    public func member<Value>(_ key: Key) throws -> Value {
        throw DecodingError.dataCorruptedError(
            forKey: key, in: try decoder.container(keyedBy: Key.self),
            debugDescription: "The type of this member is no SchemaType.")
    }
}

extension KeyedEncodingContainer {
    /// Stands in for the one of a `SchemaType`, which the compiler has asked for by then.
    public mutating func encodeMember<Value>(_ value: Value, forKey key: Key) throws {}
}
