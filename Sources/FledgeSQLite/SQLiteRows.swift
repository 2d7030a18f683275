// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import GRDB
import GRDBSQLite

/// The rows of one statement, some at a time.
///
/// All calls come on the thread of the one connection that the statement belongs to, one after the
/// other; that is what makes the class safe to hand around.
final class SQLiteRows: @unchecked Sendable {
    /// Enough that asking for the next batch costs little beside reading it.
    private static let batchSize = 256

    private let statement: SQLStatement
    private var prepared: GRDB.Statement?
    private var columns: RowColumns?
    private var isOver = false

    init(_ statement: SQLStatement) {
        self.statement = statement
    }

    /// The next rows; none at the end.
    func next(on db: GRDB.Database) throws -> [FledgeData.Row] {
        guard !isOver else { return [] }
        let prepared = try self.prepared ?? begin(on: db)
        let rows = try read(prepared.sqliteStatement, on: db)
        if rows.count < Self.batchSize { finish() }
        return rows
    }

    /// All of them.
    func all(on db: GRDB.Database) throws -> [FledgeData.Row] {
        var rows: [FledgeData.Row] = []
        while !isOver { rows += try next(on: db) }
        return rows
    }

    /// Ends the statement, and the read snapshot that it holds.
    func finish() {
        isOver = true
        prepared = nil
    }

    private func begin(on db: GRDB.Database) throws -> GRDB.Statement {
        let prepared = try SQLiteStatement.prepare(statement, on: db, shared: false)
        guard sqlite3_stmt_readonly(prepared.sqliteStatement) != 0 else {
            throw SQLStatement.notAQuery
        }
        try SQLiteStatement.bind(statement.values, to: prepared.sqliteStatement, on: db)
        self.prepared = prepared
        return prepared
    }

    private func read(_ handle: OpaquePointer, on db: GRDB.Database) throws -> [FledgeData.Row] {
        var values: [FledgeData.DatabaseValue] = []
        var count = 0
        func rows() -> [FledgeData.Row] {
            columns.map { FledgeData.Row.rows(count, columns: $0, values: values) } ?? []
        }
        while count < Self.batchSize {
            switch sqlite3_step(handle) {
            case SQLITE_ROW:
                let names = columns ?? RowColumns(SQLiteStatement.columnNames(of: handle))
                columns = names
                SQLiteStatement.append(handle, names.names.count, to: &values)
                count += 1
            case SQLITE_DONE: return rows()
            case let code:
                defer { finish() }
                throw SQLiteStatement.failure(code, on: db)
            }
        }
        return rows()
    }
}

/// A stream inside a transaction: each batch is one access of the writer, which the transaction
/// holds anyway.
final class SQLiteSessionCursor: StreamCursor {
    private let session: SQLiteSession
    private let rows: SQLiteRows

    init(session: SQLiteSession, rows: SQLiteRows) {
        self.session = session
        self.rows = rows
    }

    func next() async throws -> [FledgeData.Row] {
        let (session, rows) = (session, rows)
        return try await session.driver.write { db in
            try session.checkOpen(db)
            return try rows.next(on: db)
        }
    }

    func close() {
        let (session, rows) = (session, rows)
        Task { try? await session.driver.write { _ in rows.finish() } }
    }
}
