// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

/// Stops accepting while the server has as many connections as it may.
///
/// It sits on the listening socket and holds the read back; the kernel keeps the others in its
/// backlog meanwhile. One read accepts several, so the limit may be passed by a few.
final class AcceptGate: ChannelDuplexHandler, @unchecked Sendable {
    // Safe: handler state is touched on the loop of the listening socket only.
    typealias InboundIn = Channel
    typealias OutboundIn = Never

    private let server: ServerState

    init(_ server: ServerState) {
        self.server = server
    }

    func read(context: ChannelHandlerContext) {
        let channel = context.channel
        // The channel comes back here when a connection has closed.
        if server.hasRoom(orElse: { channel.read() }) { context.read() }
    }
}
