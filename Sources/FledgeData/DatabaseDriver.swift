// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What a database must do to stand behind ``Database``.
///
/// A driver owns its connections. Everything that is the same for all databases (transactions'
/// control flow, savepoints, retries, decoding) is written once, above it.
package protocol DatabaseDriver: AnyObject, Sendable {
    /// How this database writes placeholders and names.
    var dialect: SQLDialect { get }

    /// Runs one statement on its own, on any connection.
    ///
    /// Cancellation interrupts the statement and throws `CancellationError`.
    func run(_ statement: SQLStatement, rowLimit: Int?) async throws -> StatementResult

    /// Takes a connection for a transaction that may write, and returns it.
    ///
    /// The transaction may begin with its first statement.
    ///
    /// After a throw nothing is held. After a return the caller ends the session exactly once,
    /// with `commit()` that succeeds or with `rollback()`.
    func begin(_ isolation: TransactionIsolation?) async throws -> any DatabaseSession

    /// Runs a query whose rows are taken in batches, on a connection of its own until the end.
    func stream(_ statement: SQLStatement) async throws -> any StreamCursor

    /// Runs a closure while nobody else who calls this, in any process, runs theirs.
    ///
    /// The closure uses the database as always. Waits as long as it takes.
    func withMigrationLock<T>(_ body: () async throws -> T) async throws -> T

    /// What its connections are doing.
    var metrics: DatabaseMetrics { get }

    /// Waits for the statements in progress and closes every connection.
    func close() async throws
}

/// One open transaction on one connection.
package protocol DatabaseSession: Sendable {
    /// What the transaction sees of others.
    var isolation: TransactionIsolation { get }

    /// Runs one statement. Throws `.transactionAborted` if the database has ended the transaction
    /// by itself, since the statement would otherwise take effect on its own.
    func run(_ statement: SQLStatement, rowLimit: Int?) async throws -> StatementResult

    /// Runs a query whose rows are taken in batches, inside the transaction.
    func stream(_ statement: SQLStatement) async throws -> any StreamCursor

    /// Runs a text of several statements, with the same check before and after.
    func runScript(_ text: String) async throws

    /// Commits and gives the connection back. After a throw the session is still to be rolled back.
    func commit() async throws

    /// Rolls back and gives the connection back, whatever state it is in.
    func rollback() async
}

/// What a driver hands back for one statement.
package struct StatementResult: Sendable {
    package var rows: [Row]
    package var changes: Int
    package var lastInsertedID: Int64?

    package init(rows: [Row] = [], changes: Int = 0, lastInsertedID: Int64? = nil) {
        self.rows = rows
        self.changes = changes
        self.lastInsertedID = lastInsertedID
    }
}
