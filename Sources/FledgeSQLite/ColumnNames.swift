// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import GRDBSQLite
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The column names of statements that have run, so that the tables which find a property's column
/// are made once for each text and not for each query.
final class ColumnNames: Sendable {
    static let shared = ColumnNames()

    /// Texts that are different every time must not fill the memory.
    private static let limit = 1000

    private let known = Mutex<[String: RowColumns]>([:])

    /// The columns of a statement that has a row.
    ///
    /// What was kept is compared with the statement: two databases may have the same text for tables
    /// of other columns, and a migration changes what `SELECT *` means.
    func columns(of handle: OpaquePointer, _ text: String) -> RowColumns {
        if let kept = known.withLock({ $0[text] }), Self.matches(kept, handle) { return kept }
        let columns = RowColumns(SQLiteStatement.columnNames(of: handle))
        known.withLock { known in
            if known.count >= Self.limit { known.removeAll() }
            known[text] = columns
        }
        return columns
    }

    private static func matches(_ columns: RowColumns, _ handle: OpaquePointer) -> Bool {
        let names = columns.names
        guard names.count == Int(sqlite3_column_count(handle)) else { return false }
        return names.indices.allSatisfy { index in
            guard let name = sqlite3_column_name(handle, Int32(index)) else { return false }
            return names[index].utf8.elementsEqual(
                UnsafeRawBufferPointer(start: name, count: strlen(name)))
        }
    }
}
