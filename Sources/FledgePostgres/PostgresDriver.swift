// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import FledgeData

/// PostgreSQL behind ``Database``.
///
/// A call takes a connection from the pool, sends its statement on its own thread, and sleeps; one
/// thread for all connections (``Poller``) reads the answers and wakes it.
final class PostgresDriver: DatabaseDriver {
    let dialect = SQLDialect.postgres
    let address: PostgresAddress
    let pool: PostgresPool

    var metrics: DatabaseMetrics { pool.metrics }

    init(_ address: PostgresAddress) {
        self.address = address
        self.pool = PostgresPool(address)
    }

    deinit {
        // A stream that was left a moment ago may still be giving its connection back.
        pool.abandon()
    }

    /// Makes the first connection.
    func check() async throws {
        pool.release(try await pool.acquire())
    }

    func run(_ statement: SQLStatement, rowLimit: Int?) async throws -> StatementResult {
        let connection = try await pool.acquire()
        defer { pool.release(connection) }
        let result = try await connection.run(statement, rowLimit: rowLimit)
        switch connection.transactionStatus {
        case .idle: return result
        // Lost after the answer, which was complete.
        case .lost: return result
        // The pool closes a connection that is still in a transaction.
        case .open, .failed:
            throw DatabaseError(
                .misuse,
                "BEGIN and SAVEPOINT do not run as statements, since the next one may run on "
                    + "another connection. Use `database.transaction { tx in … }`.")
        }
    }

    func begin(_ isolation: TransactionIsolation?) async throws -> any DatabaseSession {
        PostgresSession(try await pool.acquire(), in: pool, isolation)
    }

    func stream(_ statement: SQLStatement) async throws -> any StreamCursor {
        let session = PostgresSession(try await pool.acquire(), in: pool, nil)
        return PostgresCursor(statement, in: session, ownsSession: true)
    }

    /// A lock of the server on a connection beside the pool, whose connections the closure uses.
    ///
    /// The server frees it when the connection ends, whatever becomes of this process.
    func withMigrationLock<T>(_ body: () async throws -> T) async throws -> T {
        let connection = try await PostgresConnection.connect(to: address)
        defer { connection.close() }
        // The number is "fledge" in ASCII: one lock for each database of a server.
        _ = try await connection.run(
            SQLStatement(text: "SELECT pg_advisory_lock(112585695422309)"), rowLimit: nil)
        return try await body()
    }

    func close() async throws {
        try await pool.close()
    }
}
#endif
