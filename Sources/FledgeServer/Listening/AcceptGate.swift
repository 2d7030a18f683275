// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

/// Decides when a listening socket accepts: not before the server has begun, not while it has as
/// many connections as it may, not while the process is out of file descriptors, and while the
/// server stops until the kernel's queue is empty.
///
/// Whoever waits meanwhile waits in the kernel, connected and not yet served.
final class AcceptGate: ChannelInboundHandler, @unchecked Sendable {
    // Safe: touched on the loop of the listening socket only.
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel

    private let server: ServerState
    private var context: ChannelHandlerContext?
    // Accepted, but too many: a read of the socket accepts several, on each loop. They wait here as
    // the others do in the kernel, so the limit holds exactly.
    private var surplus: CircularBuffer<any Channel> = []
    private var isWaitingForRoom = false
    private var isOutOfDescriptors = false
    private var hasBegun = false
    private var isFinishing = false
    private var handshakesEnded = false

    /// Descriptors come free whenever anything closes; nobody tells when.
    private static let descriptorPause = TimeAmount.milliseconds(100)
    /// A handshake that had begun when the server began to stop gets this time to end.
    private static let handshakeTime = TimeAmount.milliseconds(100)

    init(_ server: ServerState) {
        self.server = server
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func begin() {
        hasBegun = true
        setAccepting()
    }

    /// Accepting is reading: NIO asks for the next read by itself while this is on.
    private func setAccepting() {
        let accepts = surplus.isEmpty && !isOutOfDescriptors
        try? context?.channel.syncOptions?.setOption(.autoRead, value: accepts)
    }

    // MARK: Connections

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        surplus.append(unwrapInboundIn(data))
        admit()
    }

    private func admit() {
        guard let context, !isWaitingForRoom else { return }
        while let channel = surplus.first {
            guard hasRoom(context.eventLoop) else { break }
            surplus.removeFirst()
            let server = server
            channel.closeFuture.whenComplete { _ in server.connectionClosed() }
            context.fireChannelRead(wrapInboundOut(channel))
        }
        setAccepting()
    }

    /// Takes a place; when there is none, comes back when there may be one.
    private func hasRoom(_ loop: any EventLoop) -> Bool {
        let hasRoom = server.connectionOpened {
            loop.execute {
                self.isWaitingForRoom = false
                self.admit()
                self.closeWhenEmpty()
            }
        }
        isWaitingForRoom = !hasRoom
        return hasRoom
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        context.fireChannelReadComplete()
        closeWhenEmpty()
    }

    // MARK: Errors

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? IOError, DescriptorShortage.isCause(of: error) else {
            // A client that was gone before it was accepted, or whose socket could not be set up.
            return
        }
        guard !isOutOfDescriptors else { return }
        server.shortage.report(error, server.logger)
        isOutOfDescriptors = true
        setAccepting()
        context.eventLoop.scheduleTask(in: Self.descriptorPause) {
            self.isOutOfDescriptors = false
            self.setAccepting()
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        for channel in surplus { channel.close(promise: nil) }
        surplus = []
        if hasBegun, !isFinishing, !server.isDraining { server.socketLost() }
        context.fireChannelInactive()
    }

    // MARK: The end

    /// Closes the socket when everybody has been accepted who was connected.
    ///
    /// Closing it with connections in the kernel's queue would reset them, and their clients may
    /// have sent requests already. Newcomers are kept out, or the queue might never be empty.
    func finish() {
        guard !isFinishing, let context else { return }
        isFinishing = true
        NewcomerFilter.install(on: context.channel)
        context.eventLoop.scheduleTask(in: Self.handshakeTime) {
            self.handshakesEnded = true
            self.closeWhenEmpty()
        }
    }

    private func closeWhenEmpty() {
        guard handshakesEnded, surplus.isEmpty, let channel = context?.channel else { return }
        AcceptQueue.length(of: channel).whenComplete { length in
            // Where the system does not tell, the time for handshakes has to do.
            if (try? length.get()) ?? 0 == 0 { channel.close(promise: nil) }
        }
    }
}
