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
        let outcome = try await pool.query(statement).run()
        guard case .answered(let results, let prepared, let connection) = outcome,
            results.last?.isFailure == false, connection.transactionStatus == .idle
        else { return try await finish(outcome, statement, rowLimit: rowLimit) }
        // First, so that the server has something to do while this one is decoded.
        pool.release(connection)
        return try prepared.result(of: results, rowLimit: rowLimit)
    }

    /// What is rare, by itself: what is alive in a function that waits costs every statement memory.
    private func finish(
        _ outcome: PooledQuery.Outcome, _ statement: SQLStatement, rowLimit: Int?
    ) async throws -> StatementResult {
        switch outcome {
        case .lent(let connection):
            return try await returning(connection) {
                try await connection.run(statement, rowLimit: rowLimit)
            }
        case .answered(let results, let prepared, let connection):
            return try await returning(connection) {
                try await connection.result(
                    of: results, of: prepared, statement, rowLimit: rowLimit, isAlone: true)
            }
        }
    }

    /// Does with a connection what a statement takes, and gives it back.
    private func returning(
        _ connection: PostgresConnection, _ body: () async throws -> StatementResult
    ) async throws -> StatementResult {
        defer { pool.release(connection) }
        let result = try await body()
        switch connection.transactionStatus {
        // A connection that is lost after the answer has answered.
        case .idle, .lost: return result
        case .open, .failed:
            // The pool closes a connection that is still in a transaction.
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
