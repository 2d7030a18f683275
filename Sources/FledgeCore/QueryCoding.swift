// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

/// Decodes a whole query string or form into a `Decodable` type.
///
/// Names are the keys of the type, flat: repeated names (or `name[]`) are a list. The rules for
/// empty values and flags are those of single parameters, `docs/Binding.md`.
enum QueryCoding {
    /// What does not fit.
    ///
    /// `Decodable` stops at the first, so there is one.
    struct Failure: Error {
        var violations: [Violation]
    }

    struct Violation {
        var name: String
        var code: String
        var what: String

        func problemViolation(_ place: (String) -> Problem.Violation.Place) -> Problem.Violation {
            .init(place(name), code: code, "'\(name)' \(what)")
        }
    }

    static func decode<T: Decodable>(_ type: T.Type, from query: Query) throws -> T {
        var values: [String: [String]] = [:]
        for pair in query {
            let name = pair.name.hasSuffix("[]") ? String(pair.name.dropLast(2)) : pair.name
            guard pair.isWellFormed else {
                throw failure(name, "encoding", "is not valid percent-encoded UTF-8.")
            }
            values[name, default: []].append(pair.hasEqualsSign ? pair.value : "true")
        }
        do {
            return try T(from: QueryDecoder(values: values))
        } catch DecodingError.keyNotFound(let key, _) {
            throw failure(key.stringValue, "missing", "is required.")
        } catch DecodingError.dataCorrupted(let context) {
            let name = context.codingPath.first?.stringValue ?? ""
            throw failure(name, "invalid", "is not valid: \(context.debugDescription)")
        }
    }

    static func failure(_ name: String, _ code: String, _ what: String) -> Failure {
        Failure(violations: [Violation(name: name, code: code, what: what)])
    }
}

private struct QueryDecoder: Decoder {
    let values: [String: [String]]
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(QueryKeys(values: values))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw DecodingError.dataCorrupted(
            .init(
                codingPath: [], debugDescription: "A query or form is a set of names, not a list."))
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        throw DecodingError.dataCorrupted(
            .init(
                codingPath: [],
                debugDescription: "A query or form is a set of names, not one value."))
    }
}

private struct QueryKeys<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let values: [String: [String]]
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { values.keys.compactMap(Key.init(stringValue:)) }

    func contains(_ key: Key) -> Bool { values[key.stringValue] != nil }

    func decodeNil(forKey key: Key) -> Bool {
        values[key.stringValue]?.allSatisfy(\.isEmpty) ?? true
    }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        guard let texts = values[key.stringValue] else {
            if type is any EmptyListDecodable.Type { return try T(from: TextsDecoder(key, [])) }
            throw DecodingError.keyNotFound(key, .init(codingPath: [], debugDescription: ""))
        }
        return try T.decodeText(TextsDecoder(key, texts))
    }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        guard let texts = values[key.stringValue] else { return nil }
        if type != String.self, texts.allSatisfy(\.isEmpty) { return nil }
        return try decode(type, forKey: key)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> { throw nested(key) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        throw nested(key)
    }

    func superDecoder() throws -> any Decoder { QueryDecoder(values: values) }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw nested(key) }

    private func nested(_ key: Key) -> QueryCoding.Failure {
        QueryCoding.failure(key.stringValue, "nested", "cannot be an object in a query or a form.")
    }
}

/// A list that is missing is an empty list.
private protocol EmptyListDecodable {}
extension Array: EmptyListDecodable {}

extension Decodable {
    /// Scalars parse as parameters do (`Date`, `Decimal`, `UUID` have other `Codable` forms).
    fileprivate static func decodeText(_ decoder: TextsDecoder) throws -> Self {
        if let scalar = Self.self as? any ParameterValue.Type,
            let value = try decoder.scalar(scalar) as? Self
        {
            return value
        }
        return try Self(from: decoder)
    }
}

/// The values of one name: one for a scalar, all of them for a list.
private struct TextsDecoder: Decoder {
    let key: any CodingKey
    let texts: [String]

    init(_ key: any CodingKey, _ texts: [String]) {
        self.key = key
        self.texts = texts
    }

    var codingPath: [any CodingKey] { [key] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func unkeyedContainer() -> any UnkeyedDecodingContainer { TextList(decoder: self) }
    func singleValueContainer() -> any SingleValueDecodingContainer { OneText(decoder: self) }

    func container<Key: CodingKey>(keyedBy: Key.Type) throws -> KeyedDecodingContainer<Key> {
        throw nested
    }

    func scalar<T: ParameterValue>(_ type: T.Type) throws -> T {
        guard texts.count <= 1 else {
            throw QueryCoding.failure(
                key.stringValue, "repeated", "was given \(texts.count) times; it takes one value.")
        }
        guard let value = texts.first.flatMap(T.init(parameter:)) else {
            throw QueryCoding.failure(key.stringValue, "type", "must be \(T.parameterDescription).")
        }
        return value
    }

    var nested: QueryCoding.Failure {
        QueryCoding.failure(key.stringValue, "nested", "cannot be nested in a query or a form.")
    }
}

/// The one value, for types that read themselves from a single value: enums, ids.
private struct OneText: SingleValueDecodingContainer {
    let decoder: TextsDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.texts.allSatisfy(\.isEmpty) }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        guard type is any ParameterValue.Type else { return try T(from: decoder) }
        return try T.decodeText(decoder)
    }
}

/// All values, for lists.
private struct TextList: UnkeyedDecodingContainer {
    let decoder: TextsDecoder
    var currentIndex = 0
    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { decoder.texts.count }
    var isAtEnd: Bool { currentIndex >= decoder.texts.count }

    init(decoder: TextsDecoder) {
        self.decoder = decoder
    }

    func decodeNil() -> Bool { false }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        guard !isAtEnd else { throw decoder.nested }
        let element = try T.decodeText(TextsDecoder(decoder.key, [decoder.texts[currentIndex]]))
        currentIndex += 1
        return element
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> { throw decoder.nested }

    func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw decoder.nested }
    func superDecoder() throws -> any Decoder { throw decoder.nested }
}
