// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import DatabaseTesting
import FledgeCore
import FledgeData
import FledgeHTTP
import FledgeServer
import Foundation
import Logging
import NIOCore
import NIOPosix
import Synchronization

/// How a handler runs its query.
enum Work: String, Sendable, CaseIterable {
    case query = "a query"
    case transaction = "a query in a transaction"

    func run(_ sql: SQL, on database: Database) async throws {
        switch self {
        case .query: _ = try await database.query(sql)
        case .transaction: try await database.transaction { tx in _ = try await tx.query(sql) }
        }
    }
}

/// A server whose only handler runs a query that does not end, on the only connection that there is
/// for such work.
struct EndlessQuery: Sendable {
    private let work: Work
    private let database: Database
    private let port: Int
    private let outcomes: AsyncStream<any Error>
    /// Another connection to PostgreSQL, and the process of the first; nil on SQLite.
    private let observer: (database: Database, process: Int)?

    static let isAlone = ProcessInfo.processInfo.environment["FLEDGE_ALONE"] == "1"

    /// Serves for the time of a closure.
    static func with(
        _ backend: Backend, _ work: Work, deadline: Duration,
        _ body: (EndlessQuery) async throws -> Void
    ) async throws {
        try await backend.withAddress(isSingle: true) { open in
            let database = try await open()
            let (outcomes, ended) = AsyncStream.makeStream(of: (any Error).self)
            let app = App(mode: .test, limits: limits(deadline), logger: .silent)
            app.get("/endless") { _ async throws in
                do {
                    try await work.run(backend.endless, on: database)
                    return "The query ended by itself."
                } catch {
                    ended.yield(error)
                    throw error
                }
            }
            let server = try await HTTPServer.start(app.build(), port: 0)
            let observer = try await backend.observer(of: database, open)
            try await body(
                EndlessQuery(
                    work: work, database: database, port: server.port, outcomes: outcomes,
                    observer: observer))
            await server.stop()
            try await observer?.database.close()
            try await database.close()
        }
    }

    private static func limits(_ deadline: Duration) -> Limits {
        var limits = Limits()
        limits.handler = deadline
        limits.headTime = .seconds(3600)
        limits.idle = .seconds(3600)
        return limits
    }

    /// Sends the request over a connection that is closed when the closure returns.
    func request<Result: Sendable>(
        _ talk: (NIOAsyncChannelInboundStream<ByteBuffer>) async throws -> Result
    ) async throws -> Result {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            let head = "GET /endless HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            try await outbound.write(ByteBuffer(string: head))
            return try await talk(inbound)
        }
    }

    /// Runs another query on the same connection, and says when it was done.
    func next() async throws -> ContinuousClock.Instant {
        try await work.run("SELECT 1", on: database)
        return .now
    }

    /// Waits until the query has the connection.
    ///
    /// SQLite does not tell: it has when another query has no answer for a while.
    ///
    /// - Returns: That other query, which waits for its end.
    func untilItRuns() async throws -> Task<ContinuousClock.Instant, any Error> {
        if observer != nil { while try await !isListed { await Task.yield() } }
        while true {
            let isDone = Flag()
            let other = Task {
                defer { isDone.value.store(true, ordering: .relaxed) }
                return try await next()
            }
            try await Task.sleep(for: .milliseconds(100))
            if !isDone.value.load(ordering: .relaxed) { return other }
        }
    }

    /// Waits until PostgreSQL runs it no more, and says when that was; nil on SQLite, where a
    /// connection runs one statement at a time, so that ``next()`` has said it.
    func untilItIsGone() async throws -> ContinuousClock.Instant? {
        guard observer != nil else { return nil }
        while try await isListed { await Task.yield() }
        return .now
    }

    private var isListed: Bool {
        get async throws {
            guard let (observer, process) = observer else { return false }
            return try await observer.one(
                """
                SELECT EXISTS (
                    SELECT FROM pg_stat_activity
                    WHERE pid = \(process) AND state = 'active' AND query LIKE '%pg_sleep%')
                """, as: Bool.self)
        }
    }

    /// What the handler's call of the database threw.
    func outcome() async -> (any Error)? {
        await outcomes.first { _ in true }
    }
}

private final class Flag: Sendable {
    let value = Atomic(false)
}

extension Logger {
    fileprivate static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

extension Backend {
    fileprivate func observer(
        of database: Database, _ open: @Sendable () async throws -> Database
    ) async throws -> (database: Database, process: Int)? {
        guard self == .postgres else { return nil }
        let process = try await database.one("SELECT pg_backend_pid()", as: Int.self)
        return (try await open(), process)
    }
}
