// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Decodes a type that is a single value: a scalar, an enum, an identifier.
struct ValueDecoder: Decoder, SingleValueDecodingContainer {
    let row: Row
    let index: Int
    let codingPath: [any CodingKey]

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private var value: DatabaseValue { row.value(at: index) }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        throw row.mismatch(at: index, [String: Any].self, path: codingPath)
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw row.mismatch(at: index, [Any].self, path: codingPath)
    }

    func decodeNil() -> Bool { value == .null }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        // Dates, data and decimals must not meet their own Decodable, which means JSON.
        guard let scalar = type as? any DatabaseValueConvertible.Type else {
            return try T(from: self)
        }
        guard let result = scalar.init(databaseValue: value) as? T else {
            throw row.mismatch(at: index, type, path: codingPath)
        }
        return result
    }

    /// The two integers that cannot be bound can still be read.
    private func unsigned<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
        guard case .integer(let number) = value, let result = T(exactly: number) else {
            throw row.mismatch(at: index, type, path: codingPath)
        }
        return result
    }

    func decode(_ type: UInt.Type) throws -> UInt { try unsigned(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try unsigned(type) }

    func decode(_ type: Float.Type) throws -> Float {
        Float(try scalar(Double.self))
    }

    private func scalar<T: DatabaseValueConvertible>(_ type: T.Type) throws -> T {
        guard let result = T(databaseValue: value) else {
            throw row.mismatch(at: index, type, path: codingPath)
        }
        return result
    }

    func decode(_ type: Bool.Type) throws -> Bool { try scalar(type) }
    func decode(_ type: String.Type) throws -> String { try scalar(type) }
    func decode(_ type: Double.Type) throws -> Double { try scalar(type) }
    func decode(_ type: Int.Type) throws -> Int { try scalar(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try scalar(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try scalar(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try scalar(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try scalar(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try scalar(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try scalar(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try scalar(type) }
}
