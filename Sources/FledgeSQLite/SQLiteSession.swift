// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import GRDB

/// One `BEGIN IMMEDIATE` … `COMMIT` on the writer, which its driver's gate keeps for it.
struct SQLiteSession: DatabaseSession {
    let driver: SQLiteDriver

    func run(_ statement: SQLStatement, rowLimit: Int?) async throws -> StatementResult {
        try await driver.write { db in
            try checkOpen(db)
            let result = try SQLiteStatement.run(statement, on: db, rowLimit: rowLimit)
            try checkNotEnded(db)
            return result
        }
    }

    func runScript(_ text: String) async throws {
        try await driver.write { db in
            try checkOpen(db)
            try db.execute(sql: text)
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
}

/// SQLite ends a transaction by itself when a statement is interrupted, when the disk is full, and
/// on `ON CONFLICT ROLLBACK`.
///
/// The next statement would then be a transaction of its own.
private func checkOpen(_ db: GRDB.Database) throws {
    guard db.isInsideTransaction else {
        throw FledgeData.DatabaseError(
            .transactionAborted,
            "SQLite has rolled the transaction back after an earlier failure in it. Let that "
                + "error leave the transaction's closure.")
    }
}

private func checkNotEnded(_ db: GRDB.Database) throws {
    guard db.isInsideTransaction else {
        throw FledgeData.DatabaseError(
            .misuse,
            "The statement ended the transaction. Leave COMMIT and ROLLBACK out, of migrations "
                + "too: return from the closure to commit, throw to roll back.")
    }
}
