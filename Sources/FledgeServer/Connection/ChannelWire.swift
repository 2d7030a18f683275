// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOTLS

/// A connection on a channel of SwiftNIO, as its last handler: those before it are of TLS.
final class ChannelWire: ChannelInboundHandler, Wire {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let connection: Connection
    /// Where the channel is closed past TLS; `nil` where there is none.
    private let socketEnd: SocketEnd?
    private var context: ChannelHandlerContext?

    /// - Parameters:
    ///   - connection: Gets the bytes.
    ///   - socketEnd: Stands before the handlers of TLS. `nil` when the bytes of this handler are
    ///     those of the socket.
    init(_ connection: Connection, behind socketEnd: SocketEnd? = nil) {
        self.connection = connection
        self.socketEnd = socketEnd
    }

    // MARK: From the channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        connection.begin(on: self)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        connection.wireClosed()
        self.context = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        connection.received(unwrapInboundIn(data))
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        connection.readEnded()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        connection.writabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent { connection.inputEnded() }
        if case TLSUserEvent.handshakeCompleted? = event as? TLSUserEvent {
            connection.handshakeEnded()
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // Broken sockets are part of the weather; there is nobody left to answer.
        connection.cut()
    }

    func channelInactive(context: ChannelHandlerContext) {
        connection.end()
    }

    // MARK: To the channel

    var remoteAddress: SocketAddress? { context?.channel.remoteAddress }

    var isSecure: Bool { socketEnd != nil }

    var isWritable: Bool { context?.channel.isWritable ?? false }

    var pendingBytes: Int {
        let option = try? context?.channel.syncOptions?.getOption(.bufferedWritableBytes)
        return option ?? 0
    }

    func read() { context?.read() }

    func sendNow(_ bytes: UnsafeRawBufferPointer) -> Int { 0 }

    func write(_ bytes: ByteBuffer) {
        context?.write(wrapOutboundOut(bytes), promise: nil)
    }

    func flush() { context?.flush() }

    func flush(then done: @escaping @Sendable () -> Void) {
        guard let context else { return done() }
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.whenComplete { _ in done() }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: written)
    }

    func closeOutput(then done: (@Sendable () -> Void)?) {
        guard let context else { done?(); return }
        let told = done.map { done in
            let promise = context.eventLoop.makePromise(of: Void.self)
            promise.futureResult.whenComplete { _ in done() }
            return promise
        }
        context.close(mode: .output, promise: told)
    }

    func close() {
        if let socketEnd { socketEnd.close() } else { context?.close(promise: nil) }
    }
}
