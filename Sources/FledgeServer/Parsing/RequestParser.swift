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
    var peer = Peer.process

    private let limits: Limits
    /// What came before and has not been parsed.
    private var buffer = ByteBuffer()
    /// What has just come, in memory of the wire, while nothing is in `buffer`.
    private var fresh = UnsafeRawBufferPointer(start: nil, count: 0)
    private var state = State.head
    private var head = HeadParser()
    private var chunks = ChunkedDecoder()

    private var refusedHead = false

    init(limits: Limits) {
        self.limits = limits
    }

    /// How many bytes wait to be parsed.
    var bufferedBytes: Int { buffer.readableBytes + fresh.count }

    /// Whether bytes of a head have come, and not all of them.
    var isInsideHead: Bool {
        if case .head = state { bufferedBytes > 0 } else { false }
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
            forget()
            buffer.writeImmutableBuffer(bytes)
        }
    }

    /// Takes bytes from the wire, and looks at them where they are until `release` is called.
    ///
    /// Mostly they are a whole request without a body, of which nothing need be kept.
    mutating func receive(_ bytes: UnsafeRawBufferPointer) {
        if case .refused = state { return }
        if buffer.readableBytes == 0 {
            // So an idle connection has no memory for this.
            if buffer.capacity > 0 { buffer = ByteBuffer() }
            fresh = bytes
        } else {
            forget()
            buffer.writeBytes(bytes)
        }
    }

    /// Makes room of what has been parsed, or a connection that always has the beginning of the next
    /// request would keep all that it has ever received.
    private mutating func forget() {
        if !buffer.discardReadBytes(), buffer.readerIndex > 0 {
            // A body looks at the rest of this memory.
            buffer = ByteBuffer(bytes: buffer.readableBytesView)
        }
    }

    /// How much memory is held for what has not been parsed, in bytes.
    var capacity: Int { buffer.capacity }

    /// Copies what was received last and has not been parsed: its memory is used for something else.
    mutating func release() {
        guard fresh.count > 0 else { return }
        buffer = ByteBuffer(bytes: fresh)
        fresh = UnsafeRawBufferPointer(start: nil, count: 0)
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
            release()
            refusedHead = head.isHead || buffer.beginsWithHead
            buffer = ByteBuffer()
            return .refused(error)
        }
    }

    /// The whole body, if it came together with its head; then there is no `.end` for it.
    mutating func takeWholeBody() -> ByteBuffer? {
        guard case .fixedBody(let remaining) = state, bufferedBytes >= remaining,
            let body = take(remaining)
        else { return nil }
        state = .head
        return body
    }

    /// The next bytes, of which so many are there.
    private mutating func take(_ count: Int) -> ByteBuffer? {
        guard fresh.count > 0 else { return buffer.readSlice(length: count) }
        defer { fresh = UnsafeRawBufferPointer(rebasing: fresh[count...]) }
        return ByteBuffer(bytes: UnsafeRawBufferPointer(rebasing: fresh[..<count]))
    }

    private mutating func nextHead() throws(Refusal) -> Event {
        guard let request = try nextRequest() else { return .needsMore }
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

    private mutating func nextRequest() throws(Refusal) -> RequestHead? {
        if fresh.count > 0 {
            let bytes = fresh
            guard let length = try head.parse(bytes, limits) else { return nil }
            fresh = UnsafeRawBufferPointer(rebasing: bytes[length...])
            return try finish(bytes, length)
        }
        guard buffer.readableBytes > 0 else { return nil }
        let received = buffer
        return try received.reading { bytes throws(Refusal) -> RequestHead? in
            guard let length = try head.parse(bytes, limits) else { return nil }
            buffer.moveReaderIndex(forwardBy: length)
            return try finish(bytes, length)
        }
    }

    private mutating func finish(
        _ bytes: UnsafeRawBufferPointer, _ length: Int
    ) throws(Refusal) -> RequestHead? {
        try head.finish(UnsafeRawBufferPointer(rebasing: bytes[..<length]), peer)
    }

    private mutating func nextPiece(_ remaining: Int) -> Event {
        guard remaining > 0 else {
            state = .head
            return .end
        }
        let length = min(remaining, bufferedBytes)
        guard length > 0, let piece = take(length) else { return .needsMore }
        state = .fixedBody(remaining: remaining - length)
        return .body(piece)
    }

    private mutating func nextChunkedPiece() throws(Refusal) -> Event {
        release()
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
