// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Decodes rows as one type; what depends on the type alone is found out once.
struct RowReader<T: Decodable> {
    /// The type, if it is a single value.
    private let scalar: (any DatabaseValueConvertible.Type)?

    /// That of the row before.
    private var decoder: RowDecoder?

    init(_ type: T.Type) {
        scalar = type as? any DatabaseValueConvertible.Type
    }

    /// - Throws: ``DatabaseError`` with code `.decoding`.
    mutating func read(_ row: Row) throws -> T {
        do {
            if let scalar { return try read(row, as: scalar) }
            return try T(from: decoder(for: row))
        } catch let error as DecodingError {
            throw DatabaseError(
                .decoding, "Cannot read \(T.self) from the row: \(error.reason)", cause: error)
        }
    }

    /// - Throws: What the first row that does not fit throws.
    mutating func readAll(_ rows: [Row]) throws -> [T] {
        var values: [T] = []
        values.reserveCapacity(rows.count)
        for row in rows { values.append(try read(row)) }
        return values
    }

    /// One decoder serves row after row, unless somebody has kept it, or a container of it.
    private mutating func decoder(for row: Row) -> RowDecoder {
        if isKnownUniquelyReferenced(&decoder), let decoder {
            decoder.move(to: row)
            return decoder
        }
        let new = RowDecoder(row: row)
        decoder = new
        return new
    }

    // By itself, so that the way of structs does not ask at run time for the types that are used here.
    @inline(never) private func read(
        _ row: Row, as scalar: any DatabaseValueConvertible.Type
    ) throws -> T {
        let index = try row.columns.onlyIndex(for: T.self)
        if let value = scalar.init(databaseValue: row.value(at: index)) as? T { return value }
        throw row.mismatch(at: index, T.self, path: [])
    }
}
