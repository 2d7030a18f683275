// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

/// Stops accepting while the server has as many connections as it may.
///
/// It sits on the listening socket and holds the read back; the kernel keeps the others in its
/// backlog meanwhile. One read accepts several, so the limit may be passed by a few.
final class AcceptGate: ChannelDuplexHandler, @unchecked Sendable {
    // Safe: handler state is touched on the loop of the listening socket only.
    typealias InboundIn = any Channel
    typealias OutboundIn = Never

    private let server: ServerState
    private var isWaiting = false

    init(_ server: ServerState) {
        self.server = server
    }

    /// Counted here and not by the connection, which begins on another loop, perhaps after the next
    /// accept.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let server = server
        server.connectionOpened()
        unwrapInboundIn(data).closeFuture.whenComplete { _ in server.connectionClosed() }
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        guard !isWaiting else { return }
        let channel = context.channel
        isWaiting = !server.hasRoom {
            // A connection has closed, on whatever loop.
            channel.eventLoop.execute {
                self.isWaiting = false
                channel.read()
            }
        }
        if !isWaiting { context.read() }
    }
}
