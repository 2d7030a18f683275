// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// Decodes a `Decodable` type from a row, or from those of its columns that share a prefix.
///
/// An object, since a container that is copied then copies one reference. Types with `@Schema` ask it for
/// a member by name, others by way of a container.
final class RowDecoder: MemberDecoder, Decoder {
    @exclusivity(unchecked) private(set) var row: Row
    let codingPath: [any CodingKey]

    /// In the loose form; empty for the whole row.
    let prefix: String

    /// The column behind the one that was found last: most properties come in the order of the columns.
    @exclusivity(unchecked) private var next = 0

    init(row: Row, codingPath: [any CodingKey] = [], prefix: String = "") {
        self.row = row
        self.codingPath = codingPath
        self.prefix = prefix
    }

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Begins another row.
    func move(to row: Row) {
        self.row = row
        next = 0
    }

    override func container<Key: CodingKey>(
        keyedBy type: Key.Type
    ) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(RowContainer(decoder: self))
    }

    // Here and not in the container, which is generic: each use of itself there looks its type up.

    func find(_ property: String) throws -> Int? {
        let columns = row.columns
        let index =
            prefix.isEmpty && columns.has(property, at: next)
            ? next : try columns.find(property: property, below: prefix)
        if let index { next = index + 1 }
        return index
    }

    func value(of property: String) throws -> DatabaseValue? {
        guard let index = try find(property) else { return nil }
        return row.value(at: index)
    }

    override func text(_ name: String) throws -> String? {
        try value(of: name).flatMap(String.init(databaseValue:))
    }

    override func integer(_ name: String) throws -> Int? {
        try value(of: name).flatMap(Int.init(databaseValue:))
    }

    override func number(_ name: String) throws -> Double? {
        try value(of: name).flatMap(Double.init(databaseValue:))
    }

    override func flag(_ name: String) throws -> Bool? {
        try value(of: name).flatMap(Bool.init(databaseValue:))
    }

    override func value<Value: Decodable>(
        _ name: String, as type: Value.Type
    ) throws -> Value? {
        // Without a column of its own it may be a struct of several, or absent: the container knows.
        guard let index = try find(name) else { return nil }
        let path = codingPath + [PropertyName(stringValue: name)]
        return try ValueDecoder(row: row, index: index, codingPath: path).decode(type)
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw DatabaseError(
            .decoding, "A row is not a list. Decode each row, or select the list's own rows.")
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        guard prefix.isEmpty else {
            // Reached by a property without a column that is not a struct either.
            throw row.columns.missing(codingPath.dotted)
        }
        let index = try row.columns.onlyIndex(for: Self.self)
        return ValueDecoder(row: row, index: index, codingPath: codingPath)
    }
}

/// The name of a property, for messages.
private struct PropertyName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
}

/// The properties of a struct, read from columns.
private struct RowContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: RowDecoder

    private var row: Row { decoder.row }

    var codingPath: [any CodingKey] { decoder.codingPath }

    var allKeys: [Key] { row.columns.names.compactMap(Key.init(stringValue:)) }

    private func find(_ key: Key) throws -> Int? {
        try decoder.find(key.stringValue)
    }

    private func nested(_ key: Key) -> (prefix: String, columns: [Int]) {
        let prefix = decoder.prefix + RowColumns.loosen(key.stringValue)
        return (prefix, row.columns.indices(below: prefix))
    }

    func contains(_ key: Key) -> Bool {
        do {
            return try find(key) != nil || !nested(key).columns.isEmpty
        } catch {
            // An ambiguous name counts as there, so that decoding it says so.
            return true
        }
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        if let index = try find(key) { return row.value(at: index) == .null }
        return nested(key).columns.allSatisfy { row.value(at: $0) == .null }
    }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        if let index = try find(key), let value = row.value(at: index).plain(as: type) {
            return value
        }
        return try decodeAny(type, forKey: key)
    }

    private func decodeAny<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        let path = codingPath + [key]
        guard let index = try find(key) else {
            let nested = nested(key)
            guard !nested.columns.isEmpty else { throw row.columns.missing(path.dotted) }
            return try T(from: RowDecoder(row: row, codingPath: path, prefix: nested.prefix))
        }
        return try ValueDecoder(row: row, index: index, codingPath: path).decode(type)
    }

    // Properties of types that are known here, without asking at run time what they can be: the way of
    // nearly all of them, and several times as fast as the one above, which says what is wrong when
    // this one does not work. Written out, since a generic function would ask.

    /// The value of a property that has a column of its own.
    private func value(_ key: Key) throws -> DatabaseValue? {
        try decoder.value(of: key.stringValue)
    }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        if let value = try value(key), let read = Bool(databaseValue: value) { return read }
        return try decodeAny(type, forKey: key)
    }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        if let value = try value(key), let read = String(databaseValue: value) { return read }
        return try decodeAny(type, forKey: key)
    }

    func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
        if let value = try value(key), let read = Double(databaseValue: value) { return read }
        return try decodeAny(type, forKey: key)
    }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
        if let value = try value(key), let read = Int(databaseValue: value) { return read }
        return try decodeAny(type, forKey: key)
    }

    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 {
        if let value = try value(key), let read = Int16(databaseValue: value) { return read }
        return try decodeAny(type, forKey: key)
    }

    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 {
        if let value = try value(key), let read = Int32(databaseValue: value) { return read }
        return try decodeAny(type, forKey: key)
    }

    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
        if let value = try value(key), let read = Int64(databaseValue: value) { return read }
        return try decodeAny(type, forKey: key)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedDecodingContainer<Nested> {
        let nested = RowDecoder(
            row: row, codingPath: codingPath + [key], prefix: nested(key).prefix)
        return nested.container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try RowDecoder(row: row, codingPath: codingPath + [key]).unkeyedContainer()
    }

    func superDecoder() -> any Decoder { decoder }

    func superDecoder(forKey key: Key) -> any Decoder {
        RowDecoder(row: row, codingPath: codingPath + [key], prefix: nested(key).prefix)
    }
}

extension DatabaseValue {
    /// The value where type and kind are of the most common; nil leaves it to the slower way.
    ///
    /// Asking a type for its conformance costs as much as reading a row of SQLite.
    fileprivate func plain<T>(as type: T.Type) -> T? {
        // Safe, all of them: the types are the same.
        switch self {
        case .text(let text) where type == String.self: unsafeBitCast(text, to: type)
        case .integer(let number) where type == Int.self: unsafeBitCast(Int(number), to: type)
        case .real(let number) where type == Double.self: unsafeBitCast(number, to: type)
        default: nil
        }
    }
}
