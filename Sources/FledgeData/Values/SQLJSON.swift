// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A value that is JSON in a column: `json` or `jsonb` of PostgreSQL, text in SQLite.
///
///     struct Order: Decodable {
///         let id: Int
///         let address: SQLJSON<Address>
///     }
///     try await database.execute(
///         "UPDATE orders SET address = \(SQLJSON(address)) WHERE id = \(id)")
public struct SQLJSON<Value: Codable>: DatabaseValueConvertible {
    /// The value itself.
    public var value: Value

    /// Wraps a value.
    public init(_ value: Value) { self.value = value }

    /// The JSON text; NULL for a value that JSON cannot say, such as NaN.
    public var databaseValue: DatabaseValue {
        guard let data = try? JSONEncoder().encode(value) else { return .null }
        return .text(String(decoding: data, as: UTF8.self))
    }

    /// Reads JSON text that fits the type.
    public init?(databaseValue: DatabaseValue) {
        guard case .text(let json) = databaseValue,
            let value = try? JSONDecoder().decode(Value.self, from: Data(json.utf8))
        else { return nil }
        self.value = value
    }
}

extension SQLJSON: Codable {
    /// Reads the value itself, so that the wrapper does not show in JSON.
    public init(from decoder: any Decoder) throws { value = try Value(from: decoder) }

    /// Writes the value itself.
    public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

extension SQLJSON: Sendable where Value: Sendable {}
extension SQLJSON: Equatable where Value: Equatable {}
extension SQLJSON: Hashable where Value: Hashable {}
