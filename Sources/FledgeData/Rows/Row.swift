// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One row of a result.
///
///     for row in try await database.query("SELECT id, email FROM users") {
///         let email = try row.get("email", as: String.self)
///     }
public struct Row: Sendable {
    let columns: RowColumns

    /// Those of all rows of a result, one after the other: an array for each row costs more than what is
    /// in it.
    private let values: [DatabaseValue]
    private let start: Int

    /// Makes a row.
    ///
    /// The values stand in the order of the columns.
    package init(columns: RowColumns, values: [DatabaseValue]) {
        self.columns = columns
        self.values = values
        self.start = 0
    }

    /// Makes the rows of a result from all their values, row after row.
    package static func rows(
        _ count: Int, columns: RowColumns, values: [DatabaseValue]
    ) -> [Row] {
        let width = columns.names.count
        guard values.count == count * width else { return [] }
        return (0..<count).map { Row(columns: columns, values: values, start: $0 * width) }
    }

    private init(columns: RowColumns, values: [DatabaseValue], start: Int) {
        self.columns = columns
        self.values = values
        self.start = start
    }

    func value(at index: Int) -> DatabaseValue { values[start + index] }

    /// The names of the columns, in the order of the query.
    public var columnNames: [String] { columns.names }

    /// Reads one column.
    ///
    /// - Parameters:
    ///   - column: The name, exactly as the query gives it.
    ///   - type: The type to read; an optional for a column that may be NULL.
    /// - Returns: The value.
    /// - Throws: ``DatabaseError`` with code `.decoding` if there is no such column, if two have
    ///   the name, or if the value does not fit the type.
    public func get<T: DatabaseValueConvertible>(
        _ column: String, as type: T.Type = T.self
    ) throws -> T {
        let index = try columns.index(ofExactly: column)
        guard let value = T(databaseValue: value(at: index)) else {
            throw mismatch(at: index, type, path: [])
        }
        return value
    }

    /// Decodes the whole row.
    ///
    /// See ``Database/query(_:as:fileID:line:)`` for the rules.
    ///
    /// - Throws: ``DatabaseError`` with code `.decoding`.
    public func decode<T: Decodable>(_ type: T.Type = T.self) throws -> T {
        var reader = RowReader(type)
        return try reader.read(self)
    }

    func mismatch(at index: Int, _ type: Any.Type, path: [any CodingKey]) -> DatabaseError {
        let property = path.isEmpty ? "" : " for the property \"\(path.dotted)\""
        let value = value(at: index)
        let remedy =
            value == .null
            ? "Make the property optional, or the column NOT NULL."
            : "Change the type, or convert the value in the query."
        return DatabaseError(
            .decoding,
            "Cannot read column \"\(columns.names[index])\" as \(type)\(property): it holds "
                + "\(value.kind) that does not fit. \(remedy)")
    }
}

extension [any CodingKey] {
    var dotted: String { map(\.stringValue).joined(separator: ".") }
}

extension DecodingError {
    /// What went wrong in one sentence, with the path of the property.
    var reason: String {
        let context: Context
        switch self {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found),
            .dataCorrupted(let found):
            context = found
        @unknown default: return "\(self)"
        }
        let path = context.codingPath.dotted
        return path.isEmpty ? context.debugDescription : "\"\(path)\": \(context.debugDescription)"
    }
}
