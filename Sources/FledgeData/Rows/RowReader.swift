// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Decodes rows as one type; what depends on the type alone is found out once.
struct RowReader<T: Decodable> {
    /// The type, if it is a single value.
    private let scalar: (any DatabaseValueConvertible.Type)?

    init(_ type: T.Type) {
        scalar = type as? any DatabaseValueConvertible.Type
    }

    /// - Throws: ``DatabaseError`` with code `.decoding`.
    func read(_ row: Row) throws -> T {
        do {
            guard let scalar else { return try T(from: RowDecoder(row: row)) }
            let index = try row.columns.onlyIndex(for: T.self)
            if let value = scalar.init(databaseValue: row.values[index]) as? T { return value }
            throw row.mismatch(at: index, T.self, path: [])
        } catch let error as DecodingError {
            throw DatabaseError(
                .decoding, "Cannot read \(T.self) from the row: \(error.reason)", cause: error)
        }
    }
}
