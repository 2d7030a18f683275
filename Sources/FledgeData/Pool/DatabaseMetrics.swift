// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// What the connections of a database are doing, and have done since it was opened.
///
///     let metrics = database.metrics
///     logger.info("\(metrics.inUse) of \(metrics.limit) connections, \(metrics.waiting) waiting")
///
/// On SQLite it speaks of the one connection that writes; its readers are not counted.
public struct DatabaseMetrics: Sendable, Hashable {
    /// How many connections there may be.
    public let limit: Int

    /// How many there are, idle ones included.
    public let open: Int

    /// How many are open and have nothing to do.
    public var idle: Int { max(0, open - inUse) }

    /// How many run a statement or belong to a transaction, or are being opened for one.
    public let inUse: Int

    /// The calls that wait for a connection.
    public let waiting: Int

    /// The calls that were given a connection.
    public let acquired: Int

    /// The calls that waited in vain and threw `.timeout`.
    public let timeouts: Int

    /// The time that all calls together have waited for a connection.
    public let waitTime: Duration
}

extension Gate {
    /// The figures of the gate, with the connections that there are; nil for one for each place.
    package func metrics(open: Int? = nil) -> DatabaseMetrics {
        state.withLock { state in
            DatabaseMetrics(
                limit: places, open: open ?? places, inUse: places - state.free,
                waiting: state.line.count, acquired: state.acquired, timeouts: state.timeouts,
                waitTime: state.waitTime)
        }
    }
}

extension Database {
    /// What its connections are doing now.
    ///
    /// Inside a transaction it speaks of the whole database, too.
    public var metrics: DatabaseMetrics { driver.metrics }

    /// Asks the database for an answer, as a health check does.
    ///
    /// - Throws: What any statement throws; ``DatabaseError`` with code `.connection` if the
    ///   database is away.
    public func ping(fileID: StaticString = #fileID, line: UInt = #line) async throws {
        _ = try await run("SELECT 1", rowLimit: 1, .init(fileID: fileID, line: line))
    }
}
