// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import GRDB

/// One `BEGIN IMMEDIATE` … `COMMIT` on the writer, which its driver's gate keeps for it.
struct SQLiteSession: DatabaseSession {
    let driver: SQLiteDriver

    /// Tells this session from the next one on the same connection.
    let number: Int

    let isolation = TransactionIsolation.serializable

    func run(_ statement: SQLStatement, rowLimit: Int?) async throws -> StatementResult {
        try await driver.write { db in
            try checkOpen(db)
            let result = try SQLiteStatement.run(statement, on: db, rowLimit: rowLimit)
            try checkNotEnded(db)
            return result
        }
    }

    func stream(_ statement: SQLStatement) async throws -> any StreamCursor {
        let rows = SQLiteRows(statement)
        return SQLiteSessionCursor(session: self, rows: rows)
    }

    func runScript(_ text: String) async throws {
        try await driver.write { db in
            try checkOpen(db)
            let statements = try db.allStatements(sql: text)
            while let statement = try statements.next() {
                // `COMMIT; BEGIN` would leave no trace of the first.
                let word = SQLStatement.firstWord(of: statement.sql)
                if word.isAny("BEGIN", "COMMIT", "END") { throw ended }
                try statement.execute()
            }
            try checkNotEnded(db)
        }
    }

    func commit() async throws {
        try await driver.write { db in
            try checkOpen(db)
            try db.commit()
        }
        driver.end()
    }

    func rollback() async {
        // Fails only where there is nothing to roll back: on a connection that was closed.
        try? await driver.write { db in try db.rollback() }
        driver.end()
    }

    /// Throws unless the connection is still in this session's transaction.
    ///
    /// SQLite ends a transaction by itself when a statement is interrupted, when the disk is full,
    /// and on `ON CONFLICT ROLLBACK`; the next statement would be a transaction of its own. And a
    /// statement that a stray task sends late would land in somebody else's transaction.
    func checkOpen(_ db: GRDB.Database) throws {
        guard driver.isOpen(number) else {
            throw FledgeData.DatabaseError(
                .misuse,
                "The transaction is over. Await inside its closure everything that uses `tx`.")
        }
        guard db.isInsideTransaction else {
            throw FledgeData.DatabaseError(
                .transactionAborted,
                "SQLite has rolled the transaction back after an earlier failure in it. Let that "
                    + "error leave the transaction's closure.")
        }
    }
}

private func checkNotEnded(_ db: GRDB.Database) throws {
    guard db.isInsideTransaction else { throw ended }
}

private var ended: FledgeData.DatabaseError {
    FledgeData.DatabaseError(
        .misuse,
        "The statement ended the transaction. Leave COMMIT and ROLLBACK out, of migrations too: "
            + "return from the closure to commit, throw to roll back.")
}
