// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeServer
import FledgeTesting
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS
import Synchronization

@testable import FledgeTLS
@testable import FledgeTestingTLS

/// Runs a server with the test certificate on a free port for the time of `body`.
func withSecureServer(
    _ options: TLSOptions = TestCertificate.options,
    limits: Limits = .patient,
    logger: Logger = Logger(label: "test"),
    routes: (App) -> Void = { $0.get("/") { _ in "ok" } },
    _ body: (HTTPServer) async throws -> Void
) async throws {
    let app = App(mode: .test, limits: limits, logger: logger)
    routes(app)
    let server = try await HTTPServer.start(app.build(), port: 0, tls: options)
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

/// The client's side of a connection, in bytes.
struct Talk {
    enum Failure: Error {
        case endOfStream(after: String)
    }

    let channel: any Channel
    let agreed: Handshake
    var input: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    let output: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var received = ""

    init(
        _ channel: any Channel, _ agreed: Handshake,
        _ input: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        _ output: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.channel = channel
        self.agreed = agreed
        self.input = input
        self.output = output
    }

    func send(_ text: String) async throws {
        try await output.write(ByteBuffer(string: text.replacing("\n", with: "\r\n")))
    }

    /// Everything up to and with `end`.
    mutating func text(to end: String) async throws -> String {
        while !received.contains(end) {
            guard let piece = try await input.next() else {
                throw Failure.endOfStream(after: received)
            }
            received += String(buffer: piece)
        }
        let parts = received.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false)
        received = parts.count > 1 ? String(parts[1]) : ""
        return parts[0] + end
    }

    /// Everything up to the end of the connection.
    ///
    /// - Throws: `NIOSSLError.uncleanShutdown` when a client over TLS is not told of the end.
    mutating func rest() async throws -> String {
        while let piece = try await input.next() { received += String(buffer: piece) }
        defer { received = "" }
        return received
    }
}

/// Connects to a server and talks to it.
///
/// `configure` changes how TLS is spoken; `nil` is a client that does not speak it.
func withTalk<Result: Sendable>(
    _ server: HTTPServer, _ configure: ((inout TLSConfiguration) -> Void)? = { _ in },
    _ body: (inout Talk) async throws -> Result
) async throws -> Result {
    var context: NIOSSLContext?
    if let configure {
        var configuration = try TestCertificate.clientConfiguration()
        configure(&configuration)
        context = try NIOSSLContext(configuration: configuration)
    }
    let trust = context
    let handshake = Handshake()
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(.allowRemoteHalfClosure, value: true)
        .connect(host: "127.0.0.1", port: server.port) { channel in
            channel.eventLoop.makeCompletedFuture {
                if let trust {
                    try channel.pipeline.syncOperations.addHandler(
                        NIOSSLClientHandler(context: trust, serverHostname: "localhost"))
                    try channel.pipeline.syncOperations.addHandler(handshake)
                }
                return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                    wrappingChannelSynchronously: channel,
                    configuration: .init(isOutboundHalfClosureEnabled: true))
            }
        }
    return try await channel.executeThenClose { inbound, outbound in
        var talk = Talk(channel.channel, handshake, inbound.makeAsyncIterator(), outbound)
        return try await body(&talk)
    }
}

/// Notes what a handshake has agreed on.
final class Handshake: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private let name = Mutex<String?>(nil)

    var protocolName: String? { name.withLock { $0 } }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted(let agreed)? = event as? TLSUserEvent {
            name.withLock { $0 = agreed }
        }
        context.fireUserInboundEventTriggered(event)
    }
}

/// A signal that one side gives and the other waits for.
final class Signal: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    func give() { continuation.finish() }

    func wait() async { for await _ in stream {} }
}
