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

    /// Takes a connection, begins a transaction that may write, and returns it.
    ///
    /// After a throw nothing is held. After a return the caller ends the session exactly once,
    /// with `commit()` that succeeds or with `rollback()`.
    func begin() async throws -> any DatabaseSession

    /// Waits for the statements in progress and closes every connection.
    func close() async throws
}

/// One open transaction on one connection.
package protocol DatabaseSession: Sendable {
    /// Runs one statement. Throws `.transactionAborted` if the database has ended the transaction
    /// by itself, since the statement would otherwise take effect on its own.
    func run(_ statement: SQLStatement, rowLimit: Int?) async throws -> StatementResult

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
