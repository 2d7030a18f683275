// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import Logging
import NIOCore
import NIOPosix
import Synchronization

@testable import FledgeServer

/// Runs a server on a free port of the loopback interface for the time of `body`.
func withServer(
    limits: Limits = .patient,
    threads: Int? = nil,
    log: LogLines = LogLines(),
    routes: (App) -> Void,
    _ body: (HTTPServer) async throws -> Void
) async throws {
    let app = App(mode: .test, limits: limits, logger: Logger(label: "test") { _ in log })
    routes(app)
    let server = try await HTTPServer.start(app.build(), port: 0, threads: threads)
    do {
        try await body(server)
    } catch {
        await server.stop(drain: .zero)
        throw error
    }
    await server.stop(drain: .zero)
}

extension Limits {
    /// The defaults without the time limits: a test may have to wait long for its turn.
    static var patient: Limits {
        var limits = Limits()
        limits.headTime = .seconds(3600)
        limits.bodyTime = .seconds(3600)
        limits.bodyRate = 0
        limits.writeStall = .seconds(3600)
        limits.idle = .seconds(3600)
        limits.handler = .seconds(3600)
        limits.drain = .seconds(3600)
        return limits
    }
}

/// Opens a connection to `server` and talks over it in raw bytes.
func withClient<Result: Sendable>(
    _ server: HTTPServer,
    _ talk: (inout Conversation) async throws -> Result
) async throws -> Result {
    try await withClient(port: server.port, talk)
}

/// Opens a connection to a port of this machine and talks over it in raw bytes.
func withClient<Result: Sendable>(
    port: Int,
    _ talk: (inout Conversation) async throws -> Result
) async throws -> Result {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                    wrappingChannelSynchronously: channel,
                    configuration: .init(isOutboundHalfClosureEnabled: true))
            }
        }
    return try await channel.executeThenClose { inbound, outbound in
        var conversation = Conversation(input: inbound.makeAsyncIterator(), output: outbound)
        return try await talk(&conversation)
    }
}

/// One request as text, for tests that need no more.
func ask(_ server: HTTPServer, _ text: String) async throws -> Reply {
    try await ask(server.port, text)
}

func ask(_ port: Int, _ text: String) async throws -> Reply {
    try await withClient(port: port) { client in
        try await client.send(text)
        return try await client.reply(isHead: text.hasPrefix("HEAD"))
    }
}

/// A signal that one side gives and the other waits for; giving it again changes nothing.
final class Signal: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    func give() { continuation.finish() }

    /// Returns when the signal is given, or the task is cancelled.
    func wait() async { for await _ in stream {} }
}

/// Counts, for who waits until it is enough.
final class Counter: Sendable {
    private struct State {
        var count = 0
        var waiting: [(Int, CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    func increment() {
        let ready = state.withLock { state in
            state.count += 1
            let ready = state.waiting.filter { $0.0 <= state.count }
            state.waiting.removeAll { $0.0 <= state.count }
            return ready
        }
        for (_, continuation) in ready { continuation.resume() }
    }

    /// Returns when `increment` has been called `count` times.
    func reaches(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.count < count { state.waiting.append((count, continuation)) }
                return state.count >= count
            }
            if isThere { continuation.resume() }
        }
    }
}

/// Keeps what was logged.
final class LogLines: LogHandler, Sendable {
    private let lines = Mutex<[String]>([])
    private let level: Logger.Level

    init(level: Logger.Level = .error) {
        self.level = level
    }

    var logger: Logger { Logger(label: "test") { _ in self } }

    var errors: [String] { lines.withLock { $0 } }

    var logLevel: Logger.Level {
        get { level }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    subscript(metadataKey _: String) -> Logger.MetadataValue? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        lines.withLock { $0.append("\(event.message)") }
    }
}
