// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import GRDB
import GRDBSQLite

/// One thread that reads: it takes query after query and runs each on its connection.
///
/// Used on its own thread only, from the first line to the last.
final class ReaderThread: @unchecked Sendable {
    private let next: () -> ReadQuery?
    /// What is being run, for SQLite's questions in the middle of it.
    private var current: ReadQuery?

    init(next: @escaping () -> ReadQuery?) {
        self.next = next
    }

    /// Whether whoever asked for the running query has gone.
    var isCancelled: Bool { current?.isCancelled ?? false }

    /// Runs queries on a connection until there will be no more.
    func work(on db: GRDB.Database) {
        let stepsBetween: Int32 = 1000
        // Not retained: the handler is taken away before the thread ends.
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_progress_handler(
            db.sqliteConnection, stepsBetween,
            { context in
                guard let context else { return 0 }
                let thread = Unmanaged<ReaderThread>.fromOpaque(context).takeUnretainedValue()
                return thread.isCancelled ? 1 : 0
            }, context)
        defer { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
        while let query = next() {
            current = query
            let result = Result { try run(query, on: db) }
            current = nil
            query.finish(result)
        }
    }

    private func run(_ query: ReadQuery, on db: GRDB.Database) throws -> StatementResult? {
        do {
            return try SQLiteStatement.runIfReadOnly(
                query.statement, on: db, rowLimit: query.rowLimit)
        } catch {
            throw query.isCancelled ? CancellationError() : SQLiteErrors.translate(error)
        }
    }
}
