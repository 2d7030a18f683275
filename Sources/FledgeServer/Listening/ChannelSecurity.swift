// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import NIOCore

/// What stands between a socket and its connection: TLS, of which this target knows no more.
package struct ChannelSecurity: Sendable {
    let addHandlers: @Sendable (any Channel) throws -> Void

    /// - Parameter addHandlers: Adds to the end of the pipeline of a channel that was just accepted,
    ///   on its loop, what decrypts what is read and encrypts what is written. It fires
    ///   `TLSUserEvent.handshakeCompleted` when it can. What it throws closes the channel.
    package init(addHandlers: @escaping @Sendable (any Channel) throws -> Void) {
        self.addHandlers = addHandlers
    }
}

/// Stands before the handlers of the security, so that a connection can be cut off past them: they
/// would first say goodbye, and wait for the answer.
final class SocketEnd: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var context: ChannelHandlerContext?

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func close() { context?.close(promise: nil) }
}
