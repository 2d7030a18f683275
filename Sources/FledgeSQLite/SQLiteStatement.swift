// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import GRDB
import GRDBSQLite

/// Runs prepared statements through SQLite's own interface.
///
/// GRDB prepares and caches them. Binding and reading are done here because GRDB hands text to
/// SQLite as C strings, which end at the first NUL: `"a\0b"` would be stored as `"a"`.
enum SQLiteStatement {
    /// Whether a statement may run on a reader, judged by its first word.
    ///
    /// Wrong guesses are found by ``runIfReadOnly(_:on:rowLimit:)``; a word that is not known goes
    /// to the writer.
    static func mayOnlyRead(_ text: String) -> Bool {
        SQLStatement.seemsToRead(text)
    }

    /// Runs a statement unless it writes, which `WITH … INSERT` does.
    ///
    /// Nil if it was not run.
    static func runIfReadOnly(
        _ statement: SQLStatement, on db: GRDB.Database, rowLimit: Int?
    ) throws -> StatementResult? {
        let prepared = try prepare(statement, on: db)
        guard sqlite3_stmt_readonly(prepared.sqliteStatement) != 0 else { return nil }
        return try run(prepared, statement, on: db, rowLimit: rowLimit)
    }

    static func run(
        _ statement: SQLStatement, on db: GRDB.Database, rowLimit: Int?
    ) throws -> StatementResult {
        try run(prepare(statement, on: db), statement, on: db, rowLimit: rowLimit)
    }

    /// Prepares a statement: if it may be shared, one that was kept, and that somebody else uses
    /// next.
    static func prepare(
        _ statement: SQLStatement, on db: GRDB.Database, shared: Bool = true
    ) throws -> GRDB.Statement {
        let prepared =
            try statement.isReusable && shared
            ? db.cachedStatement(sql: statement.text) : db.makeStatement(sql: statement.text)
        let placeholders = Int(sqlite3_bind_parameter_count(prepared.sqliteStatement))
        guard placeholders == statement.values.count else {
            throw FledgeData.DatabaseError(
                .syntax,
                "The SQL has \(placeholders) placeholders for \(statement.values.count) values. "
                    + "Write values as \\(value) and no placeholder of your own.")
        }
        return prepared
    }

    private static func run(
        _ prepared: GRDB.Statement, _ statement: SQLStatement, on db: GRDB.Database, rowLimit: Int?
    ) throws -> StatementResult {
        let handle = prepared.sqliteStatement
        defer {
            // The statement may be cached: free what it holds, and the read snapshot with it.
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
            // The handle is valid as long as the object, which nothing else below holds.
            withExtendedLifetime(prepared) {}
        }
        try bind(statement.values, to: handle, on: db)
        let changesBefore = db.totalChangesCount
        let rows = try step(handle, statement.text, on: db, rowLimit: rowLimit)
        guard db.totalChangesCount != changesBefore else { return StatementResult(rows: rows) }
        // Both counters keep their value from earlier statements, hence the check above and the
        // first word below.
        let inserts = SQLStatement.firstWord(of: statement.text).isAny("INSERT", "REPLACE")
        return StatementResult(
            rows: rows, changes: db.changesCount,
            lastInsertedID: inserts ? db.lastInsertedRowID : nil)
    }

    static func bind(
        _ values: [FledgeData.DatabaseValue], to handle: OpaquePointer, on db: GRDB.Database
    ) throws {
        for (index, value) in values.enumerated() {
            let code = try value.stored.bind(to: handle, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw failure(code, on: db) }
        }
    }

    private static func step(
        _ handle: OpaquePointer, _ text: String, on db: GRDB.Database, rowLimit: Int?
    ) throws -> [FledgeData.Row] {
        var values: [FledgeData.DatabaseValue] = []
        var count = 0
        var columns: RowColumns?
        func rows() -> [FledgeData.Row] {
            columns.map { FledgeData.Row.rows(count, columns: $0, values: values) } ?? []
        }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW:
                // After the first step, not before: it compiles the statement again if the schema
                // has changed, and `SELECT *` then has other columns.
                let names = columns ?? ColumnNames.shared.columns(of: handle, text)
                columns = names
                if count < rowLimit ?? .max {
                    append(handle, names.names.count, to: &values)
                    count += 1
                }
                // A SELECT can stop early; a statement with RETURNING has to run to its end.
                if count == rowLimit, sqlite3_stmt_readonly(handle) != 0 { return rows() }
            case SQLITE_DONE: return rows()
            case let code: throw failure(code, on: db)
            }
        }
    }

    static func failure(_ code: Int32, on db: GRDB.Database) -> any Error {
        // The message belongs to the last failure on the connection, so it is read right here.
        SQLiteErrors.translate(
            code: sqlite3_extended_errcode(db.sqliteConnection),
            message: db.lastErrorMessage ?? "error \(code)")
    }
}
