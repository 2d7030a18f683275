// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import Foundation
import GRDB
import GRDBSQLite

/// The connections to one database, which GRDB keeps: one writer, and readers if it is a file.
struct SQLiteConnections: Sendable {
    /// The writer.
    let writer: any DatabaseWriter

    /// The connections of streams; nil in memory, where the writer is the only connection.
    let pool: DatabasePool?

    /// The connections of queries; nil in memory.
    let readers: SQLiteReaders?

    static func open(_ path: String, _ options: SQLiteOptions) throws -> SQLiteConnections {
        try makeFolder(of: path)
        // Six programs on a busy machine that sync their files take longer than requests should.
        let deadline = ContinuousClock.now + max(options.busyTimeout, .seconds(60))
        while true {
            do {
                let pool = try DatabasePool(path: path, configuration: configuration(options))
                // GRDB sets NORMAL when it turns on WAL, after its own hooks have run.
                try pool.writeWithoutTransaction { db in
                    try db.execute(sql: "PRAGMA synchronous = \(options.synchronous.rawValue)")
                }
                return SQLiteConnections(
                    writer: pool, pool: pool, readers: makeReaders(path, options))
            } catch let error as GRDB.DatabaseError {
                // Turning on WAL needs the file alone for a moment, and SQLite does not wait there:
                // two processes that start together would fail.
                guard error.resultCode == .SQLITE_BUSY, ContinuousClock.now < deadline else {
                    throw opening(path, error)
                }
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
    }

    static func inMemory(_ options: SQLiteOptions) throws -> SQLiteConnections {
        do {
            let queue = try DatabaseQueue(configuration: configuration(options))
            return SQLiteConnections(writer: queue, pool: nil, readers: nil)
        } catch let error as GRDB.DatabaseError {
            throw opening(":memory:", error)
        }
    }

    private static func makeReaders(_ path: String, _ options: SQLiteOptions) -> SQLiteReaders {
        SQLiteReaders(limit: max(1, options.readers), timeout: options.poolTimeout) { thread in
            var configuration = configuration(options)
            configuration.readonly = true
            let wait = LockWait(atMost: options.busyTimeout)
            configuration.busyMode = .callback { tries in
                !thread.isCancelled && wait.shouldTryAgain(after: tries)
            }
            do {
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                queue.unsafeRead { db in thread.work(on: db) }
                try queue.close()
            } catch let error as GRDB.DatabaseError {
                throw opening(path, error)
            }
        }
    }

    private static func configuration(_ options: SQLiteOptions) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = max(1, options.readers)
        configuration.persistentReadOnlyConnections = true
        configuration.busyMode = .callback(LockWait(atMost: options.busyTimeout).shouldTryAgain)
        // A transaction spans several accesses of the writer; the driver's gate keeps others out.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in stopWhenCancelled(db) }
        return configuration
    }

    /// Makes every statement of a connection end soon after its task is cancelled.
    ///
    /// GRDB interrupts once, at the moment of the cancellation. That is lost when it comes between
    /// GRDB's own check and SQLite's first step, and an endless query then never ends. SQLite asks
    /// here again and again, on the thread of the task, after so many steps of its machine.
    private static func stopWhenCancelled(_ db: GRDB.Database) {
        let stepsBetween: Int32 = 1000
        sqlite3_progress_handler(
            db.sqliteConnection, stepsBetween, { _ in Task.isCancelled ? 1 : 0 }, nil)
    }

    private static func makeFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw FledgeData.DatabaseError(
                .connection,
                "The folder of the database \"\(path)\" cannot be made. Check the path and the "
                    + "permissions of the folder above.", cause: error)
        }
    }

    private static func opening(_ path: String, _ error: GRDB.DatabaseError) -> any Error {
        let code: FledgeData.DatabaseError.Code =
            error.resultCode == .SQLITE_BUSY ? .busy : .connection
        return FledgeData.DatabaseError(
            code,
            "The database \"\(path)\" cannot be opened: \(error.message ?? "unknown error"). "
                + "Check the path, its permissions, and that the file is an SQLite database.",
            cause: error)
    }
}
