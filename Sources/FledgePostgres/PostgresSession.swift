// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import FledgeData
import Synchronization

/// One transaction on one connection, which the pool has lent.
///
/// `BEGIN` goes out with the first statement, in one round trip.
final class PostgresSession: DatabaseSession {
    let isolation: TransactionIsolation

    private let connection: PostgresConnection
    private let pool: PostgresPool
    private let begin: String

    /// Statements of tasks that run side by side in the transaction take turns.
    private let turns = Gate(places: 1, timeout: nil)

    private enum Phase { case notBegun, open, ended, released }
    private let phase = Mutex(Phase.notBegun)

    init(
        _ connection: PostgresConnection, in pool: PostgresPool, _ isolation: TransactionIsolation?
    ) {
        self.connection = connection
        self.pool = pool
        self.isolation = isolation ?? .readCommitted
        self.begin = isolation.map { "BEGIN ISOLATION LEVEL \($0.rawValue)" } ?? "BEGIN"
    }

    func run(_ statement: SQLStatement, rowLimit: Int?) async throws -> StatementResult {
        try await inTurn { prefix in
            try await connection.run(statement, rowLimit: rowLimit, after: prefix)
        }
    }

    func stream(_ statement: SQLStatement) async throws -> any StreamCursor {
        PostgresCursor(statement, in: self, ownsSession: false)
    }

    func runScript(_ text: String) async throws {
        try await inTurn { prefix in
            if let prefix { _ = try await connection.command(prefix) }
            let tags = try await connection.script(text)
            let ending: Set = ["BEGIN", "START TRANSACTION", "COMMIT", "PREPARE TRANSACTION"]
            if tags.contains(where: ending.contains) { throw Self.ended }
        }
    }

    func commit() async throws {
        try await turns.acquire()
        defer { turns.release() }
        switch phase.withLock({ $0 }) {
        case .notBegun: break
        case .ended, .released: throw Self.over
        case .open:
            let tag = try await connection.commit()
            phase.withLock { $0 = .ended }
            // PostgreSQL answers so, without an error, when a statement has failed before.
            guard tag == "COMMIT" else { throw Self.aborted }
        }
        release()
    }

    func rollback() async {
        guard (try? await turns.acquire()) != nil else { return connection.close() }
        defer { turns.release() }
        if connection.transactionStatus != .idle {
            // If it fails the connection is not idle, and the pool closes it.
            _ = try? await connection.command("ROLLBACK")
        }
        release()
    }

    private func release() {
        let isFirst = phase.withLock { phase in
            defer { phase = .released }
            return phase != .released
        }
        if isFirst { pool.release(connection) }
    }

    /// Runs something while nobody else uses the connection.
    ///
    /// The closure gets what has to be sent before, in the same round trip: `BEGIN`.
    private func inTurn<T>(_ body: (_ prefix: String?) async throws -> T) async throws -> T {
        try await turns.acquire()
        defer { turns.release() }
        let prefix: String?
        switch phase.withLock({ $0 }) {
        case .notBegun: prefix = begin
        case .open: prefix = nil
        case .ended: throw Self.aborted
        case .released: throw Self.over
        }
        defer { noteStatus() }
        let result = try await body(prefix)
        if connection.transactionStatus == .idle {
            phase.withLock { $0 = .ended }
            throw Self.ended
        }
        return result
    }

    /// A statement that was cancelled before it was sent has not begun anything.
    private func noteStatus() {
        let isOpen = connection.transactionStatus != .idle
        phase.withLock { phase in
            switch phase {
            case .notBegun: phase = isOpen ? .open : .notBegun
            case .open: phase = isOpen ? .open : .ended
            case .ended, .released: break
            }
        }
    }

    private static var ended: DatabaseError {
        DatabaseError(
            .misuse,
            "The statement ended the transaction. Leave COMMIT and ROLLBACK out, of migrations "
                + "too: return from the closure to commit, throw to roll back.")
    }

    private static var over: DatabaseError {
        DatabaseError(
            .misuse,
            "The transaction is over. Await inside its closure everything that uses `tx`.")
    }

    static var aborted: DatabaseError {
        DatabaseError(
            .transactionAborted,
            "PostgreSQL has ended the transaction after an earlier failure in it. Let that error "
                + "leave the transaction's closure, or put the statement that may fail into "
                + "`tx.transaction { … }`.")
    }
}
#endif
