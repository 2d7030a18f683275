// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import FledgeData

/// Reads the rows of one prepared statement.
///
/// A result is binary as a whole or text as a whole; it is binary if all its columns are of types
/// that are known here. Both forms give the same values.
struct RowReader: Sendable {
    enum Column: Sendable {
        case value(PostgresType)
        case array(PostgresType)
        /// A type of the app or an extension, or a rare one: its text.
        case other
    }

    let isBinary: Bool
    private let columns: [Column]

    init(types: [Oid]) {
        let columns = types.map { type in
            if let known = PostgresType(rawValue: type) { return Column.value(known) }
            if let element = PostgresType.element(of: type) { return Column.array(element) }
            return Column.other
        }
        self.columns = columns
        self.isBinary = !columns.contains { if case .other = $0 { true } else { false } }
    }

    func rows(of result: PostgresResult, _ names: RowColumns, limit: Int?) -> [Row] {
        // The server checks that a kept statement still gives the columns it was described with.
        let width = min(columns.count, result.columnCount)
        let count = min(result.rowCount, limit ?? .max)
        var rows: [Row] = []
        rows.reserveCapacity(count)
        for row in 0..<count {
            let values = [DatabaseValue](unsafeUninitializedCapacity: width) { values, made in
                for column in 0..<width {
                    let value = result.value(row, column) { read($0, columns[column]) }
                    values.initializeElement(at: column, to: value)
                }
                made = width
            }
            rows.append(Row(columns: names, values: values))
        }
        return rows
    }

    func read(_ bytes: UnsafeRawBufferPointer, _ column: Column) -> DatabaseValue {
        switch (column, isBinary) {
        case (.value(let type), true): BinaryValue.read(bytes, type)
        case (.array(let type), true): BinaryValue.readArray(bytes, type)
        case (.value(let type), false): TextValue.read(String(decoding: bytes, as: UTF8.self), type)
        case (.array(let type), false):
            TextValue.readArray(String(decoding: bytes, as: UTF8.self), type)
        case (.other, _): .text(String(decoding: bytes, as: UTF8.self))
        }
    }
}
#endif
