// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Reads the members of a type for the code of `@Schema`, from other formats than JSON.
///
/// A ``MemberDecoder`` is asked by name, any other decoder by way of its container.
public struct CodableMembers<Key: CodingKey> {
    @usableFromInline let decoder: MemberDecoder

    /// - Throws: What the decoder throws when its value has no members.
    public init(_ decoder: any Decoder, _ keys: Key.Type) throws {
        if let found = MemberDecoder.find(decoder) {
            self.decoder = found
        } else {
            self.decoder = try Self.wrap(decoder)
        }
    }

    // By itself: the types that it uses are looked up at run time, wherever it stands.
    @inline(never) private static func wrap(_ decoder: any Decoder) throws -> MemberDecoder {
        ContainerDecoder<Key>(try decoder.container(keyedBy: Key.self))
    }

    /// Whether there is such a member.
    ///
    /// - Throws: What the decoder throws when its value has no members.
    public func contains(_ key: Key) throws -> Bool {
        try decoder.container(keyedBy: Key.self).contains(key)
    }

    /// Reads a member; one that may be absent is what its type says then.
    ///
    /// - Throws: `DecodingError` for a member that is missing or of another type. Rules of `@Field` are
    ///   not looked at.
    public func member<Value: SchemaType>(_ key: Key) throws -> Value {
        if let value = try decoder.value(key.stringValue, as: Value.self) { return value }
        let container = try decoder.container(keyedBy: Key.self)
        if !container.contains(key), let value = Value.valueWhenAbsent { return value }
        return try container.decode(Value.self, forKey: key)
    }

    // The common types by themselves: they are never absent, and what they are need not be asked.

    /// Reads a text.
    ///
    /// - Throws: As the one above.
    @inlinable public func member(_ key: Key) throws -> String {
        if let value = try decoder.text(key.stringValue) { return value }
        return try decoder.container(keyedBy: Key.self).decode(String.self, forKey: key)
    }

    /// Reads a whole number.
    ///
    /// - Throws: As the one above.
    @inlinable public func member(_ key: Key) throws -> Int {
        if let value = try decoder.integer(key.stringValue) { return value }
        return try decoder.container(keyedBy: Key.self).decode(Int.self, forKey: key)
    }

    /// Reads a number.
    ///
    /// - Throws: As the one above.
    @inlinable public func member(_ key: Key) throws -> Double {
        if let value = try decoder.number(key.stringValue) { return value }
        return try decoder.container(keyedBy: Key.self).decode(Double.self, forKey: key)
    }

    /// Reads a yes or no.
    ///
    /// - Throws: As the one above.
    @inlinable public func member(_ key: Key) throws -> Bool {
        if let value = try decoder.flag(key.stringValue) { return value }
        return try decoder.container(keyedBy: Key.self).decode(Bool.self, forKey: key)
    }
}

extension KeyedEncodingContainer {
    /// Writes a member, unless it is absent.
    ///
    /// - Throws: What the encoder throws.
    public mutating func encodeMember<Value: SchemaType>(
        _ value: Value, forKey key: Key
    ) throws {
        if !value.isAbsent { try encode(value, forKey: key) }
    }
}
