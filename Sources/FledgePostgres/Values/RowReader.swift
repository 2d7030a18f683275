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

    func rows(of result: PostgresResult, _ names: RowColumns, limit: Int?) throws -> [Row] {
        let width = names.names.count
        guard width == columns.count, width == result.columnCount else {
            // The server checks that a kept statement still gives the columns it was described with.
            throw DatabaseError(.other, "The rows do not have the columns that were announced.")
        }
        let count = min(result.rowCount, limit ?? .max)
        let size = count * width
        let values = [DatabaseValue](unsafeUninitializedCapacity: size) { values, made in
            for row in 0..<count {
                for column in 0..<width {
                    let value = result.value(row, column) { read($0, columns[column]) }
                    values.initializeElement(at: row * width + column, to: value)
                }
            }
            made = size
        }
        return Row.rows(count, columns: names, values: values)
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
