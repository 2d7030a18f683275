// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData

/// Runs queries on threads of their own, each with a read-only connection of its own.
///
/// GRDB lends a reader for one closure at a time, by way of a pool, two dispatch queues and an actor:
/// ten times the work of an indexed read. Here a thread borrows its connection for as long as it lives,
/// and takes one query after the other from one line. Threads are started when they are needed.
final class SQLiteReaders: Sendable {
    private let line: ReadLine

    /// - Parameters:
    ///   - limit: The most threads.
    ///   - timeout: How long a query waits for one of them.
    ///   - open: Runs a closure with a new connection, on the thread that calls it.
    init(
        limit: Int, timeout: Duration,
        open: @escaping @Sendable (ReaderThread) throws -> Void
    ) {
        line = ReadLine(limit: limit, timeout: timeout, open: open)
    }

    // The threads hold the line and not the readers, so that a database nobody holds any more ends them.
    deinit { line.close() }

    /// Runs a query; nil if the statement turns out to write, and then it was not run.
    ///
    /// - Throws: ``DatabaseError``, or `CancellationError` soon after the task was cancelled.
    func run(_ statement: SQLStatement, rowLimit: Int?) async throws -> StatementResult? {
        let query = ReadQuery(statement, rowLimit)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                line.add(query, continuation)
            }
        } onCancel: {
            line.cancel(query)
        }
    }

    /// Ends the threads when they have done what was asked of them, and waits for that.
    func close() async throws {
        line.close()
        let line = line
        try await blocking { line.waitForThreads() }
    }
}
