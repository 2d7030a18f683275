// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import GRDB
import GRDBSQLite

/// Tells SQLite to copy what it is given.
///
/// A macro in C, which Swift does not import: the documented constant -1 as a destructor, which
/// SQLite compares and never calls.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension FledgeData.DatabaseValue {
    /// The value as SQLite stores it: a list is JSON text.
    ///
    /// - Throws: `.typeMismatch` for a list that JSON cannot say.
    var stored: FledgeData.DatabaseValue {
        get throws {
            guard case .array = self else { return self }
            guard let json = jsonList else {
                throw FledgeData.DatabaseError(
                    .typeMismatch,
                    "SQLite stores a list as JSON, which has no bytes, NaN or infinity. Convert "
                        + "the elements, or store them in rows of their own.")
            }
            return .text(json)
        }
    }

    /// Binds the value at a position, from 1.
    ///
    /// Lengths are explicit, so that NUL is data.
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .null:
            return sqlite3_bind_null(statement, index)
        case .integer(let value):
            return sqlite3_bind_int64(statement, index, value)
        case .real(let value):
            return sqlite3_bind_double(statement, index, value)
        case .decimal(let digits):
            return FledgeData.DatabaseValue.text(digits).bind(to: statement, at: index)
        case .array:
            // Lists were made text before; see `stored`.
            return SQLITE_MISMATCH
        case .text(var value):
            // An empty buffer may have no address, which would bind NULL.
            if value.isEmpty { return sqlite3_bind_text(statement, index, "", 0, transient) }
            return value.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { text in
                    sqlite3_bind_text64(
                        statement, index, text.baseAddress, UInt64(text.count), transient,
                        UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let value):
            if value.isEmpty { return sqlite3_bind_zeroblob(statement, index, 0) }
            return value.withUnsafeBytes { bytes in
                sqlite3_bind_blob64(
                    statement, index, bytes.baseAddress, UInt64(bytes.count), transient)
            }
        }
    }

    /// Reads a column of the current row.
    init(of statement: OpaquePointer, at index: Int32) {
        switch sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, index))
        case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, index))
        case SQLITE_TEXT:
            // The pointer first, then the length: the order SQLite's documentation asks for.
            let start = sqlite3_column_text(statement, index)
            let count = Int(sqlite3_column_bytes(statement, index))
            self = .text(
                String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(statement, index)
            let count = Int(sqlite3_column_bytes(statement, index))
            self = .blob([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
        default: self = .null
        }
    }
}

extension SQLiteStatement {
    static func columnNames(of statement: OpaquePointer) -> [String] {
        (0..<sqlite3_column_count(statement)).map { index in
            sqlite3_column_name(statement, index).map { String(cString: $0) } ?? ""
        }
    }

    /// Reads the current row.
    static func append(
        _ statement: OpaquePointer, _ width: Int, to values: inout [FledgeData.DatabaseValue]
    ) {
        for index in 0..<width {
            values.append(FledgeData.DatabaseValue(of: statement, at: Int32(index)))
        }
    }
}
