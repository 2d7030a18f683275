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
    limits: Limits = Limits(),
    log: LogLines = LogLines(),
    routes: (App) -> Void,
    _ body: (HTTPServer) async throws -> Void
) async throws {
    let app = App(mode: .test, limits: limits, logger: Logger(label: "test") { _ in log })
    routes(app)
    let server = try await HTTPServer.start(app.build(), port: 0)
    do {
        try await body(server)
    } catch {
        await server.stop(drain: .zero)
        throw error
    }
    await server.stop(drain: .zero)
}

/// Opens a connection to `server` and talks over it in raw bytes.
func withClient<Result: Sendable>(
    _ server: HTTPServer,
    _ talk: (inout Conversation) async throws -> Result
) async throws -> Result {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connect(host: "127.0.0.1", port: server.port) { channel in
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
    try await withClient(server) { client in
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

/// Keeps what was logged.
final class LogLines: LogHandler, Sendable {
    private let lines = Mutex<[String]>([])

    var errors: [String] { lines.withLock { $0 } }

    var logLevel: Logger.Level {
        get { .error }
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
