// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore

/// One HTTP/1.1 connection: takes bytes and gives bytes.
///
///     wire ─► received() ─► parser ─► advance() ─► handler ─► deliver() ─► out ─► one flush ─► wire
///
/// There is one exchange at a time. Pipelined requests wait, unparsed, until the answer before them
/// is complete, so answers are in order and no request runs before the one that it may depend on.
/// Nothing is read from the socket that nobody can take, so memory is bounded.
///
/// The other files of this type: requests, answers, streamed answers, deadlines, end.
final class Connection: @unchecked Sendable {
    // Safe: everything is touched on the loop only; tasks come back through `onLoop`.
    enum Phase {
        case open
        /// The last answer is written; what still comes in is thrown away. Closing at once would
        /// make the kernel reset the connection, and the client might lose the answer.
        case lingering
        case closed
    }

    let home: LoopHome

    // What each request touches goes without the run-time check for overlapping access, which would
    // cost as much as parsing the request. There is no overlap: one thread, and no method that is
    // `mutating` on one of these calls back into the connection.
    @exclusivity(unchecked) var parser: RequestParser
    /// From its beginning to its end.
    @exclusivity(unchecked) var wire: (any Wire)?
    @exclusivity(unchecked) var phase = Phase.open
    @exclusivity(unchecked) var exchange: Exchange?
    /// Bytes for the client that have not been given to the wire.
    @exclusivity(unchecked) var out = OutgoingBytes()
    /// Between a read and its end, where everything is flushed once.
    @exclusivity(unchecked) var isReading = false
    @exclusivity(unchecked) var isAdvancing = false
    /// Whether the last step stopped because bytes were missing.
    @exclusivity(unchecked) var needsInput = true
    /// Whether the client takes what it is sent; the wire says when that changes.
    @exclusivity(unchecked) var isWritable = true
    /// Whether the wire has taken writes since it was last flushed.
    @exclusivity(unchecked) var needsFlush = false
    /// Whether the client has shut down its sending side.
    @exclusivity(unchecked) var inputClosed = false

    /// How many requests have begun here.
    @exclusivity(unchecked) var requestCount = 0
    /// When the connection began to wait for a request.
    @exclusivity(unchecked) var idleSince: NIODeadline
    /// When the first byte of a head had come.
    @exclusivity(unchecked) var headSince: NIODeadline?
    /// The task that has run the last handler, and waits for the next one.
    @exclusivity(unchecked) var resting: HandlerTask?
    var stall: Stall?
    var linger: Linger?
    /// Whether TLS has yet to find out who talks here; nothing else can happen before.
    var isHandshaking: Bool
    /// When an idle connection closes because the server stops.
    var drainAt: NIODeadline?

    /// The most that is read ahead while an answer is being made.
    static let readAhead = 64 * 1024

    /// - Parameter home: What it shares with the other connections of its loop.
    init(_ home: LoopHome) {
        self.home = home
        isHandshaking = false
        parser = RequestParser(limits: home.server.limits)
        idleSince = home.now
    }

    var limits: Limits { home.server.limits }

    /// Its wire is there.
    func begin(on wire: any Wire) {
        self.wire = wire
        parser.peer = Peer(wire.remoteAddress, isSecure: wire.isSecure)
        isHandshaking = wire.isSecure
        home.add(self)
        idleSince = home.now
        if home.server.isAborting { cut() } else if home.server.isDraining { drain() }
    }

    /// Its wire is gone.
    func wireClosed() {
        end()
        // A connection that was cut off in the middle of a read gets no end of it, and all jobs of
        // the loop would wait for one.
        endRead()
        home.remove(self)
        wire = nil
    }

    /// Bytes of a read; `readEnded` follows.
    func received(_ bytes: ByteBuffer) {
        isReading = true
        switch phase {
        case .open:
            parser.receive(bytes)
            advance()
        case .lingering:
            discard(bytes.readableBytes)
        case .closed:
            break
        }
    }

    /// Bytes of a read, in memory that is used again; `readEnded` follows.
    func received(_ bytes: UnsafeRawBufferPointer) {
        isReading = true
        switch phase {
        case .open:
            parser.receive(bytes)
            advance()
            parser.release()
        case .lingering:
            discard(bytes.count)
        case .closed:
            break
        }
    }

    /// All bytes of a read have been received.
    func readEnded() {
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

    /// The client takes bytes again, or no longer.
    func writabilityChanged() {
        isWritable = wire?.isWritable ?? false
        noteWritability()
        if isWritable {
            resumeWriters()
            advance()
            readIfWanted()
        }
    }

    /// Reads more when somebody can take it; else the client has to wait, by TCP's own means.
    func readIfWanted() {
        guard phase != .closed, !inputClosed, let wire else { return }
        if phase == .lingering ? discardsInput : wantsInput { wire.read() }
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
