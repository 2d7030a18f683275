// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import GRDB
import Synchronization

/// SQLite behind ``Database``.
///
/// GRDB keeps the connections and their prepared statements, and interrupts the writer's statement
/// when its task is cancelled. No statement runs on a thread of Swift's pool: queries have threads of
/// their own (``SQLiteReaders``). What GRDB does not have is a write transaction that an async closure
/// can live in: here one task at a time holds the writer, through a ``Gate``, for a statement or for a
/// whole transaction.
final class SQLiteDriver: DatabaseDriver {
    let dialect = SQLDialect.sqlite

    private let connections: SQLiteConnections
    private let gate: Gate
    private let isClosed = Atomic(false)

    /// The number of the open session, and that of the last one.
    private let openSession = Mutex((open: 0, last: 0))

    var metrics: DatabaseMetrics { gate.metrics() }

    init(_ connections: SQLiteConnections, _ options: SQLiteOptions = SQLiteOptions()) {
        self.connections = connections
        self.gate = Gate(places: 1, timeout: options.poolTimeout)
    }

    func run(_ statement: SQLStatement, rowLimit: Int?) async throws -> StatementResult {
        try checkOpen()
        if let readers = connections.readers, SQLiteStatement.mayOnlyRead(statement.text),
            let result = try await readers.run(statement, rowLimit: rowLimit)
        {
            return result
        }
        return try await writeAlone(statement, rowLimit: rowLimit)
    }

    private func writeAlone(
        _ statement: SQLStatement, rowLimit: Int?
    ) async throws -> StatementResult {
        try await gate.acquire(patience: LockWait.patience)
        defer { gate.release() }
        return try await write { db in
            let result = try SQLiteStatement.run(statement, on: db, rowLimit: rowLimit)
            guard !db.isInsideTransaction else {
                try db.rollback()
                throw FledgeData.DatabaseError(
                    .misuse,
                    "BEGIN and SAVEPOINT do not run as statements, since the next one may run on "
                        + "another connection. Use `database.transaction { tx in … }`.")
            }
            return result
        }
    }

    /// Every transaction is as strict as there is, whatever is asked for.
    func begin(_ isolation: TransactionIsolation?) async throws -> any DatabaseSession {
        try await gate.acquire(patience: LockWait.patience)
        do {
            // Waits up to the busy timeout for another process, on the writer's own thread.
            try await write { db in try db.beginTransaction(.immediate) }
            let number = openSession.withLock { sessions in
                sessions.last += 1
                sessions.open = sessions.last
                return sessions.open
            }
            return SQLiteSession(driver: self, number: number)
        } catch {
            gate.release()
            throw error
        }
    }

    /// Runs a closure on the writer.
    ///
    /// Only for the holder of the gate.
    func write<T: Sendable>(
        _ body: @escaping @Sendable (GRDB.Database) throws -> T
    ) async throws -> T {
        try checkOpen()
        return try await translatingErrors {
            try await connections.writer.writeWithoutTransaction(body)
        }
    }

    /// Whether a session is the one that holds the writer.
    func isOpen(_ session: Int) -> Bool {
        openSession.withLock { $0.open == session }
    }

    /// Ends the holding that `begin` began.
    func end() {
        openSession.withLock { $0.open = 0 }
        gate.release()
    }

    func stream(_ statement: SQLStatement) async throws -> any StreamCursor {
        try checkOpen()
        guard let pool = connections.pool else {
            // Its rows are in memory anyway, and a cursor would keep the only connection.
            let rows = SQLiteRows(statement)
            try await gate.acquire(patience: LockWait.patience)
            defer { gate.release() }
            return CollectedRows(try await write { db in try rows.all(on: db) })
        }
        return SQLiteCursor(statement, on: pool)
    }

    /// The write lock of the file keeps others out; here everybody who waits for it just has the
    /// time that a migration takes.
    func withMigrationLock<T>(_ body: () async throws -> T) async throws -> T {
        try await LockWait.$patience.withValue(.seconds(60)) { try await body() }
    }

    func close() async throws {
        try await gate.acquire(patience: LockWait.patience)
        defer { gate.release() }
        guard !isClosed.exchange(true, ordering: .relaxed) else { return }
        try await connections.readers?.close()
        let writer = connections.writer
        try await translatingErrors { try await blocking { try writer.close() } }
    }

    private func checkOpen() throws {
        guard !isClosed.load(ordering: .relaxed) else {
            throw SQLiteErrors.closed
        }
    }
}
