// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import HTTPTypes
public import NIOCore

/// The bytes of a request or a response: none, in memory, a file, or a stream.
///
/// Reading, in a handler:
///
///     let bytes = try await request.body.collect()          // the whole body, up to its limit
///     for try await chunk in request.body { … }             // piece by piece, with backpressure
///
/// Writing:
///
///     Response(body: "hello")
///     Response(body: .stream { writer in try await writer.write("one"); try await writer.write("two") })
///     Response(body: Body(rows))                            // any async sequence of buffers
///
/// The body of a request carries the limit of its route (1 MiB unless raised), and every way of
/// reading it stops there with ``BodyError/tooLarge(limit:)``, which is answered with 413. A stream can be read
/// once; a second reader finds nothing.
public struct Body: Sendable {
    package enum Storage: Sendable {
        /// All of it, as the text that a handler gave: its bytes are copied once, to the wire.
        case text(String)
        /// All of it, in memory.
        case bytes(ByteBuffer)
        /// All of it, as an array: one allocation, where a buffer takes two.
        case array([UInt8])
        /// A part of an open file.
        case file(BodyFile)
        /// Pieces that somebody else delivers when asked: a request body on its way in.
        case source(any BodySource)
        /// Pieces that a closure writes when it is called: a response body on its way out.
        case producer(@Sendable (BodyWriter) async throws -> Void)
        /// The body could not be read; every reader is told why.
        // Behind a reference, so that the rare case does not make all others larger.
        indirect case failed(BodyError)
    }

    package var storage: Storage
    // Without optionals a body is a third smaller, and it is a part of every request and response.
    private var knownCount: Int
    private var highest: Int

    package init(_ storage: Storage, count: Int?, limit: Int? = nil) {
        self.storage = storage
        knownCount = count ?? -1
        highest = limit ?? .max
    }

    /// The number of bytes when it is known before they are read.
    public var count: Int? { knownCount < 0 ? nil : knownCount }

    /// How many bytes a reader may see before `BodyError.tooLarge`.
    package var limit: Int? {
        get { highest == .max ? nil : highest }
        set { highest = newValue ?? .max }
    }

    /// A body that could not be read: every reader is told why.
    ///
    /// - Parameters:
    ///   - error: Why.
    ///   - count: The number of bytes that was announced, if any.
    package init(failed error: BodyError, count: Int? = nil) {
        self.init(.failed(error), count: count)
    }

    /// No bytes.
    public static var empty: Body { Body(.text(""), count: 0) }

    /// A body in memory.
    ///
    /// Nothing is copied on the way out.
    public init(_ buffer: ByteBuffer) {
        self.init(.bytes(buffer), count: buffer.readableBytes)
    }

    /// The UTF-8 bytes of `text`.
    ///
    /// They are copied once: those of a short text when it is sent, those of a long one here, so that
    /// many clients who read one page slowly share its bytes.
    public init(_ text: String) {
        let count = text.utf8.count
        if count <= Self.shortText {
            self.init(.text(text), count: count)
        } else {
            self.init(ByteBuffer(string: text))
        }
    }

    /// Bytes of a text up to which a copy for each answer costs less than sharing them.
    private static let shortText = 16 * 1024

    /// A body of bytes.
    public init(_ bytes: some Sequence<UInt8>) {
        self.init(ByteBuffer(bytes: bytes))
    }

    /// A body of bytes.
    ///
    /// They are copied when they are sent, and not before.
    public init(_ bytes: [UInt8]) {
        self.init(.array(bytes), count: bytes.count)
    }

    /// A body of bytes that are somebody else's, in the form that is the cheapest to send.
    package init(copying bytes: UnsafeRawBufferPointer) {
        // What is small is copied behind its head; what is large is given to the channel as it is.
        if bytes.count <= Self.smallSize {
            self.init(Array(bytes))
        } else {
            self.init(ByteBuffer(bytes: bytes))
        }
    }

    /// Bodies up to this size are sent in one piece with their head, in bytes.
    package static let smallSize = 4 * 1024

    /// A body that is read from `sequence` while it is sent; the next element is asked for when the
    /// client has taken the one before.
    ///
    /// - Parameters:
    ///   - sequence: The pieces. An error cuts the response off, so that the client sees that it is not whole.
    ///   - count: The number of bytes, if known: then they are sent with `Content-Length`.
    public init<Chunks: AsyncSequence & Sendable>(_ sequence: Chunks, count: Int? = nil)
    where Chunks.Element == ByteBuffer {
        self.init(
            .producer { writer in
                for try await chunk in sequence { try await writer.write(chunk) }
            },
            count: count
        )
    }

    /// A body that `produce` writes piece by piece while it is sent.
    ///
    /// `write` waits while the client is slow, so memory stays bounded. When the client hangs up,
    /// the task is cancelled and `write` throws.
    ///
    /// - Parameters:
    ///   - count: The number of bytes, if known: then they are sent with `Content-Length`.
    ///   - produce: Called once, when the response is sent. An error before the first piece is
    ///     answered like one that a handler throws; a later one cuts the response off.
    /// - Returns: A body that can be read once.
    public static func stream(
        count: Int? = nil,
        _ produce: @escaping @Sendable (BodyWriter) async throws -> Void
    ) -> Body {
        Body(.producer(produce), count: count)
    }

    /// A part of an open file, which the server reads piece by piece while it sends.
    public static func file(_ file: BodyFile) -> Body {
        Body(.file(file), count: file.count)
    }

    /// The bytes, when all of them are in memory already and within the limit.
    public var buffered: ByteBuffer? {
        switch storage {
        case .text(let text) where !exceedsLimit(text.utf8.count): ByteBuffer(string: text)
        case .bytes(let buffer) where !exceedsLimit(buffer.readableBytes): buffer
        case .array(let bytes) where !exceedsLimit(bytes.count): ByteBuffer(bytes: bytes)
        default: nil
        }
    }

    /// Whether all of it is in memory.
    package var isInMemory: Bool {
        switch storage {
        case .text, .bytes, .array: true
        case .file, .source, .producer, .failed: false
        }
    }

    /// Copies a body that is in memory to the front of `memory`, which has room for it.
    ///
    /// - Returns: How many bytes that were.
    package func copy(to memory: UnsafeMutableRawBufferPointer) -> Int {
        if case .text(let text) = storage {
            var text = text
            text.withUTF8 { memory.copyMemory(from: UnsafeRawBufferPointer($0)) }
        } else if case .bytes(let bytes) = storage {
            bytes.withUnsafeReadableBytes { memory.copyMemory(from: $0) }
        } else if case .array(let bytes) = storage {
            bytes.withUnsafeBytes { memory.copyMemory(from: $0) }
        } else {
            return 0
        }
        return knownCount
    }

    /// Whether it is known that there are no bytes.
    public var isEmpty: Bool { knownCount == 0 }

    package func exceedsLimit(_ size: Int) -> Bool {
        size > highest
    }
}

extension Body: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// The UTF-8 bytes of the literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

/// Why a body could not be read.
public enum BodyError: Error, Hashable, CustomStringConvertible {
    /// More bytes than the route takes. Answered with 413.
    case tooLarge(limit: Int)
    /// The client went away before the end. Answered with 400, if anybody is there.
    case incomplete
    /// The client broke the framing (400), or sent trailers that are too large (431).
    case malformed(Status, reason: String)
    /// The client sent too slowly. Answered with 408.
    case tooSlow

    /// What happened, for logs and problem documents.
    public var description: String {
        switch self {
        case .tooLarge(let limit):
            "The body is larger than the \(limit) bytes that this route takes."
        case .incomplete: "The body ended before it was complete."
        case .malformed(_, let reason): reason
        case .tooSlow: "The body came too slowly."
        }
    }
}

/// Delivers the pieces of a request body, one for each call.
package protocol BodySource: AnyObject, Sendable {
    /// The next piece, never empty; `nil` at the end and ever after.
    func next() async throws -> ByteBuffer?
}

/// Where a streamed body writes its pieces.
public struct BodyWriter: Sendable {
    private let send: @Sendable (ByteBuffer) async throws -> Void

    package init(_ send: @escaping @Sendable (ByteBuffer) async throws -> Void) {
        self.send = send
    }

    /// Sends the head of the response now, before there is anything of the body.
    ///
    /// It goes out with the first piece otherwise, so that an error before that is still answered
    /// with its status. Call it when a client should know at once that its stream is open.
    ///
    /// - Throws: `CancellationError` when the client has gone.
    public func start() async throws {
        try await send(ByteBuffer())
    }

    /// Sends `buffer` and returns when there is room for the next piece.
    ///
    /// - Throws: `CancellationError` when the client has gone.
    public func write(_ buffer: ByteBuffer) async throws {
        if buffer.readableBytes > 0 { try await send(buffer) }
    }

    /// Sends the UTF-8 bytes of `text` and returns when there is room for the next piece.
    ///
    /// - Throws: `CancellationError` when the client has gone.
    public func write(_ text: String) async throws {
        try await write(ByteBuffer(string: text))
    }
}
