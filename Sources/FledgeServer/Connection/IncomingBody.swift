// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import NIOCore

/// A request body on its way in: the connection puts bytes in, the handler takes them out.
///
/// It holds little: the connection stops reading from the socket while `isFull`, so a slow handler
/// slows its client down.
final class IncomingBody: BodySource, @unchecked Sendable {
    // Safe: everything but `next` is called on the loop, and `next` hops there.
    private let loop: any EventLoop
    private let limit: Int
    private var buffer = ByteBuffer()
    private var end: Result<Void, any Error>?
    private var reader: CheckedContinuation<ByteBuffer?, any Error>?
    /// Told when a reader begins to wait; the connection then sends `100 Continue` and reads on.
    private var onDemand: (() -> Void)?

    /// How many bytes have come in.
    private(set) var received = 0
    /// The most bytes that were held at once.
    private(set) var peak = 0

    /// The most that is held for a handler that does not read.
    static let capacity = 64 * 1024

    /// - Parameters:
    ///   - loop: The loop of the connection.
    ///   - limit: The largest body, in bytes, that the route takes.
    init(loop: any EventLoop, limit: Int) {
        self.loop = loop
        self.limit = limit
    }

    func next() async throws -> ByteBuffer? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                onLoop { $0.take(continuation) }
            }
        } onCancel: {
            onLoop { $0.fail(CancellationError()) }
        }
    }

    private func onLoop(_ work: @escaping @Sendable (IncomingBody) -> Void) {
        if loop.inEventLoop { work(self) } else { loop.execute { work(self) } }
    }

    private func take(_ continuation: CheckedContinuation<ByteBuffer?, any Error>) {
        if case .failure(let error) = end {
            continuation.resume(throwing: error)
        } else if buffer.readableBytes > 0 {
            continuation.resume(returning: takeBuffered())
            onDemand?()
        } else if end != nil || reader != nil {
            // A body has one reader; a second one finds nothing.
            continuation.resume(returning: nil)
        } else {
            reader = continuation
            onDemand?()
        }
    }
}

extension IncomingBody {
    var isFull: Bool { buffer.readableBytes >= Self.capacity }

    /// Whether a reader waits for the client.
    var isAwaited: Bool { reader != nil }

    var hasFailed: Bool { if case .failure = end { true } else { false } }

    func onDemand(_ action: @escaping () -> Void) {
        onDemand = action
    }

    /// Takes a piece from the wire; false when it goes beyond the limit.
    func append(_ piece: ByteBuffer) -> Bool {
        received += piece.readableBytes
        guard received <= limit else {
            fail(BodyError.tooLarge(limit: limit))
            return false
        }
        guard end == nil else { return true }
        if let reader = reader.take() {
            reader.resume(returning: piece)
        } else if buffer.readableBytes == 0 {
            buffer = piece
        } else {
            buffer.writeImmutableBuffer(piece)
        }
        peak = max(peak, buffer.readableBytes)
        return true
    }

    func finish() {
        guard end == nil else { return }
        end = .success(())
        onDemand = nil
        reader.take()?.resume(returning: nil)
    }

    /// What was held is dropped: a part of a body is no use to anybody.
    func fail(_ error: any Error) {
        guard end == nil else { return }
        end = .failure(error)
        onDemand = nil
        buffer = ByteBuffer()
        reader.take()?.resume(throwing: error)
    }

    /// Everything that is held.
    func takeBuffered() -> ByteBuffer {
        defer { buffer = ByteBuffer() }
        return buffer
    }
}
