// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// What `@Schema` writes calls: members as other formats know them.

extension KeyedDecodingContainer {
    /// Reads a member; one that may be absent is what its type says then.
    ///
    /// - Throws: `DecodingError` for a member that is missing or of another type. Rules of `@Field` are
    ///   not looked at.
    public func decodeMember<Value: SchemaType>(forKey key: Key) throws -> Value {
        if !contains(key), let value = Value.valueWhenAbsent { return value }
        return try decode(Value.self, forKey: key)
    }

    // The common types by themselves: they are never absent, and a container that reads them from
    // somewhere else than text, such as a row of a database, need not ask what they are.

    /// Reads a text.
    ///
    /// - Throws: As the one above.
    public func decodeMember(forKey key: Key) throws -> String {
        try decode(String.self, forKey: key)
    }

    /// Reads a whole number.
    ///
    /// - Throws: As the one above.
    public func decodeMember(forKey key: Key) throws -> Int {
        try decode(Int.self, forKey: key)
    }

    /// Reads a number.
    ///
    /// - Throws: As the one above.
    public func decodeMember(forKey key: Key) throws -> Double {
        try decode(Double.self, forKey: key)
    }

    /// Reads a yes or no.
    ///
    /// - Throws: As the one above.
    public func decodeMember(forKey key: Key) throws -> Bool {
        try decode(Bool.self, forKey: key)
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
