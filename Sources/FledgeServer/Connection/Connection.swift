// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore
import NIOTLS

/// One HTTP/1.1 connection: a single channel handler that takes bytes and gives bytes.
///
///     channelRead ─► parser ─► advance() ─► handler ─► deliver() ─► out ─► one flush
///
/// There is one exchange at a time. Pipelined requests wait, unparsed, until the answer before them
/// is complete, so answers are in order and no request runs before the one that it may depend on.
/// Nothing is read from the socket that nobody can take, so memory is bounded.
///
/// The other files of this type: requests, answers, streamed answers, deadlines, end.
final class Connection: ChannelInboundHandler, @unchecked Sendable {
    // Safe: everything is touched on the loop only; tasks come back through `onLoop`.
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    enum Phase {
        case open
        /// The last answer is written; what still comes in is thrown away. Closing at once would
        /// make the kernel reset the connection, and the client might lose the answer.
        case lingering
        case closed
    }

    let home: LoopHome
    /// Where the connection is cut off, past TLS; `nil` where there is none.
    let socketEnd: SocketEnd?

    // What each request touches goes without the run-time check for overlapping access, which would
    // cost as much as parsing the request. There is no overlap: one thread, and no method that is
    // `mutating` on one of these calls back into the connection.
    @exclusivity(unchecked) var parser: RequestParser
    @exclusivity(unchecked) var context: ChannelHandlerContext?
    @exclusivity(unchecked) var phase = Phase.open
    @exclusivity(unchecked) var exchange: Exchange?
    /// Bytes for the client that have not been given to the channel.
    @exclusivity(unchecked) var out = OutgoingBytes()
    /// Between a read and its end, where everything is flushed once.
    @exclusivity(unchecked) var isReading = false
    @exclusivity(unchecked) var isAdvancing = false
    /// Whether the last step stopped because bytes were missing.
    @exclusivity(unchecked) var needsInput = true
    /// Whether the client takes what it is sent; the channel says when that changes.
    @exclusivity(unchecked) var isWritable = true
    /// Writes that the channel has taken and not finished; direct ones would overtake them.
    @exclusivity(unchecked) var channelWrites = 0
    /// Whether the channel has taken writes since it was last flushed.
    @exclusivity(unchecked) var needsFlush = false
    /// Where small answers are written to, past the channel; `nil` where that is not possible.
    var socket: NIOBSDSocket.Handle?
    /// Whether the client has shut down its sending side.
    @exclusivity(unchecked) var inputClosed = false

    /// How many requests have begun here.
    @exclusivity(unchecked) var requestCount = 0
    /// When the connection began to wait for a request.
    @exclusivity(unchecked) var idleSince: NIODeadline
    /// When the first byte of a head had come.
    @exclusivity(unchecked) var headSince: NIODeadline?
    var stall: Stall?
    var linger: Linger?
    /// Whether TLS has yet to find out who talks here; nothing else can happen before.
    var isHandshaking: Bool
    /// When an idle connection closes because the server stops.
    var drainAt: NIODeadline?

    /// The most that is read ahead while an answer is being made.
    static let readAhead = 64 * 1024

    /// - Parameters:
    ///   - home: What it shares with the other connections of its loop.
    ///   - socketEnd: Stands before the handlers of TLS, which are before this one. `nil` when the
    ///     bytes of this handler are those of the socket.
    init(_ home: LoopHome, behind socketEnd: SocketEnd? = nil) {
        self.home = home
        self.socketEnd = socketEnd
        isHandshaking = socketEnd != nil
        parser = RequestParser(limits: home.server.limits)
        idleSince = home.now
    }

    var limits: Limits { home.server.limits }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        parser.remoteAddress = context.channel.remoteAddress
        parser.isSecure = socketEnd != nil
        socket = socketEnd == nil ? Self.socket(of: context.channel) : nil
        home.add(self)
        idleSince = home.now
        if home.server.isAborting { cut() } else if home.server.isDraining { drain() }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end()
        // A connection that was cut off in the middle of a read gets no end of it, and all jobs of
        // the loop would wait for one.
        endRead()
        home.remove(self)
        self.context = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        isReading = true
        let bytes = unwrapInboundIn(data)
        switch phase {
        case .open:
            parser.receive(bytes)
            advance()
        case .lingering:
            discard(bytes)
        case .closed:
            break
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if endRead(), out.count > 0 || needsFlush { home.flushAfterRead(self) }
        readIfWanted()
    }

    /// Tasks that the read started or woke run now, so that their answers share the flush.
    ///
    /// - Returns: Whether there was a read to end.
    @discardableResult
    private func endRead() -> Bool {
        guard isReading else { return false }
        home.executor.runReady()
        isReading = false
        return true
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        isWritable = context.channel.isWritable
        noteWritability()
        if isWritable {
            resumeWriters()
            advance()
            readIfWanted()
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent { inputEnded() }
        if case TLSUserEvent.handshakeCompleted? = event as? TLSUserEvent { handshakeEnded() }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // Broken sockets are part of the weather; there is nobody left to answer.
        cut()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
    }

    /// Reads more when somebody can take it; else the client has to wait, by TCP's own means.
    func readIfWanted() {
        guard phase != .closed, !inputClosed, let context else { return }
        if phase == .lingering ? discardsInput : wantsInput { context.read() }
    }

    private var wantsInput: Bool {
        guard let exchange else { return needsInput && isWritable }
        if exchange.inputEnded { return parser.bufferedBytes < Self.readAhead }
        return exchange.takesInput && (needsInput || parser.bufferedBytes < Self.readAhead)
    }

    func onLoop(_ work: @escaping @Sendable () -> Void) {
        if home.loop.inEventLoop { work() } else { home.loop.execute(work) }
    }
}
