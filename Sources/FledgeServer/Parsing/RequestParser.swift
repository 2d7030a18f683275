// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore

/// Turns the bytes of a connection into requests: a state machine without a socket.
///
///     parser.receive(bytes)
///     while case let event = parser.next(), … { }
///
/// Nothing is parsed before it is asked for, so the caller holds back what it cannot take yet by
/// not asking. The events do not depend on how the bytes were split, except that a body may come in
/// other pieces.
struct RequestParser {
    enum Event {
        /// Nothing to report until more bytes are received.
        case needsMore
        /// A request begins. Unless its framing is `.none`, a body and an `.end` follow.
        case head(RequestHead)
        /// A piece of the body, never empty.
        case body(ByteBuffer)
        /// The body is complete.
        case end
        /// The bytes break a rule. Reported once; what follows them is never parsed.
        case refused(Refusal)
    }

    private enum State {
        case head
        case fixedBody(remaining: Int)
        case chunkedBody
        case refused
    }

    /// Where the requests come from.
    var remoteAddress: SocketAddress?
    /// Whether they come through TLS.
    var isSecure = false

    private let limits: Limits
    private var buffer = ByteBuffer()
    private var state = State.head
    private var head = HeadParser()
    private var chunks = ChunkedDecoder()

    private var refusedHead = false

    init(limits: Limits) {
        self.limits = limits
    }

    /// How many bytes wait to be parsed.
    var bufferedBytes: Int { buffer.readableBytes }

    /// Whether bytes of a head have come, and not all of them.
    var isInsideHead: Bool {
        if case .head = state { buffer.readableBytes > 0 } else { false }
    }

    /// Whether the request line of the next head is there.
    var hasRequestLine: Bool { head.hasRequestLine }

    /// Whether a refusal answers HEAD, so that no body may follow (RFC 9110, 9.3.2).
    ///
    /// Also when the rest of the request line is wrong: who wrote `HEAD` waits for no body.
    var refusesHead: Bool { refusedHead || head.isHead }

    /// Takes bytes from the wire, without a copy when all before them have been parsed.
    mutating func receive(_ bytes: ByteBuffer) {
        if case .refused = state { return }
        if buffer.readableBytes == 0 {
            buffer = bytes
        } else {
            buffer.writeImmutableBuffer(bytes)
        }
    }

    /// What comes next.
    mutating func next() -> Event {
        do throws(Refusal) {
            switch state {
            case .head: return try nextHead()
            case .fixedBody(let remaining): return nextPiece(remaining)
            case .chunkedBody: return try nextChunkedPiece()
            case .refused: return .needsMore
            }
        } catch {
            state = .refused
            refusedHead = head.isHead || buffer.beginsWithHead
            buffer = ByteBuffer()
            return .refused(error)
        }
    }

    /// The whole body, if it came together with its head; then there is no `.end` for it.
    mutating func takeWholeBody() -> ByteBuffer? {
        guard case .fixedBody(let remaining) = state, let body = buffer.readSlice(length: remaining)
        else { return nil }
        state = .head
        return body
    }

    private mutating func nextHead() throws(Refusal) -> Event {
        guard buffer.readableBytes > 0 else { return .needsMore }
        let received = buffer
        let request = try received.reading { bytes throws(Refusal) -> RequestHead? in
            guard let length = try head.parse(bytes, limits) else { return nil }
            buffer.moveReaderIndex(forwardBy: length)
            return try head.finish(
                UnsafeRawBufferPointer(rebasing: bytes[..<length]), remoteAddress, isSecure)
        }
        guard let request else { return .needsMore }
        head.reset()
        switch request.framing {
        case .none: break
        case .length(let count): state = .fixedBody(remaining: count)
        case .chunked:
            state = .chunkedBody
            chunks = ChunkedDecoder()
        }
        return .head(request)
    }

    private mutating func nextPiece(_ remaining: Int) -> Event {
        guard remaining > 0 else {
            state = .head
            return .end
        }
        let length = min(remaining, buffer.readableBytes)
        guard length > 0, let piece = buffer.readSlice(length: length) else { return .needsMore }
        state = .fixedBody(remaining: remaining - length)
        return .body(piece)
    }

    private mutating func nextChunkedPiece() throws(Refusal) -> Event {
        switch try chunks.next(&buffer, limits) {
        case .needsMore: return .needsMore
        case .piece(let piece): return .body(piece)
        case .end:
            state = .head
            return .end
        }
    }
}

extension ByteBuffer {
    fileprivate var beginsWithHead: Bool {
        let text = readableBytesView.drop { $0 == Byte.carriageReturn || $0 == Byte.lineFeed }
        return text.starts(with: "HEAD ".utf8)
    }
}
