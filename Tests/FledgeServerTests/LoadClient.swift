// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOPosix

/// A client that sends one request after another, each as soon as the answer before it is there,
/// until nobody listens any more.
///
/// It works on an event loop, without tasks: between an answer and the next request there is no
/// waiting for a turn, in which a server that stops would take it for idle, and rightly.
final class LoadClient: ChannelInboundHandler, @unchecked Sendable {
    // Safe: touched on its loop only, and by its owner when it has ended.
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let port: Int
    private let keepsAlive: Bool
    private let onAnswer: @Sendable () -> Void
    private let loop = MultiThreadedEventLoopGroup.singleton.next()
    private let ended: EventLoopPromise<Void>
    private var received = ""
    private var isWaiting = false
    private(set) var answered = 0
    /// Written on a connection that was open, and not answered.
    private(set) var lost = 0

    init(port: Int, keepsAlive: Bool, onAnswer: @escaping @Sendable () -> Void) {
        self.port = port
        self.keepsAlive = keepsAlive
        self.onAnswer = onAnswer
        ended = loop.makePromise()
    }

    /// Returns when a connection is refused.
    func run() async throws {
        loop.execute { self.connect() }
        try await ended.futureResult.get()
    }

    private func connect() {
        ClientBootstrap(group: loop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(self)
                }
            }
            .connect(host: "127.0.0.1", port: port)
            .whenFailure { _ in self.ended.succeed() }
    }

    func channelActive(context: ChannelHandlerContext) { send(context) }

    private func send(_ context: ChannelHandlerContext) {
        received = ""
        isWaiting = true
        let request = ByteBuffer(string: "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        context.writeAndFlush(wrapOutboundOut(request), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += String(buffer: unwrapInboundIn(data))
        guard received.hasSuffix("\r\n\r\nok") else { return }
        isWaiting = false
        answered += 1
        onAnswer()
        let isLast = !keepsAlive || received.lowercased().contains("connection: close")
        if isLast { context.close(promise: nil) } else { send(context) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        if isWaiting { lost += 1 }
        isWaiting = false
        connect()
    }
}
