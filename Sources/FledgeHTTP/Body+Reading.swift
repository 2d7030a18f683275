// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import NIOCore

extension Body {
    /// Reads the whole body into memory.
    ///
    /// - Parameter maximum: At most this many bytes, on top of the limit of the route.
    /// - Returns: The bytes, without a copy when they are in memory already.
    /// - Throws: ``BodyError``, and what the producer of a stream throws.
    public func collect(upTo maximum: Int? = nil) async throws -> ByteBuffer {
        var limited = self
        if let maximum { limited.limit = Swift.min(maximum, limit ?? .max) }
        return try await limited.collectWithinLimit()
    }

    /// Reads the whole body into memory, as above.
    ///
    /// Without it, a file that imports NIO would get NIO's method of that name for every async
    /// sequence, whose error nobody answers with 413.
    ///
    /// - Parameter maximum: At most this many bytes, on top of the limit of the route.
    /// - Returns: The bytes, without a copy when they are in memory already.
    /// - Throws: ``BodyError``, and what the producer of a stream throws.
    public func collect(upTo maximum: Int) async throws -> ByteBuffer {
        try await collect(upTo: Optional(maximum))
    }

    private func collectWithinLimit() async throws -> ByteBuffer {
        if let buffered { return buffered }
        if let count, let limit, count > limit { throw BodyError.tooLarge(limit: limit) }
        var collected = ByteBuffer()
        for try await chunk in self { collected.writeImmutableBuffer(chunk) }
        return collected
    }

    /// Writes every piece to `writer`, in order: the way out for all kinds of bodies.
    package func write(to writer: BodyWriter) async throws {
        switch storage {
        case .text(let text):
            try await writer.write(text)
        case .bytes(let buffer):
            try await writer.write(buffer)
        case .array(let bytes):
            try await writer.write(ByteBuffer(bytes: bytes))
        case .file(let file):
            try await file.write(to: writer)
        case .source(let source):
            while let chunk = try await source.next() { try await writer.write(chunk) }
        case .producer(let produce):
            try await produce(writer)
        case .failed(let error):
            throw error
        }
    }
}

extension Body: AsyncSequence {
    /// A piece of the body.
    public typealias Element = ByteBuffer

    /// Reads the pieces in order and stops at the limit.
    public func makeAsyncIterator() -> Iterator {
        switch storage {
        case .text(let text):
            return Iterator(pieces: .once(ByteBuffer(string: text)), limit: limit)
        case .bytes(let buffer):
            return Iterator(pieces: .once(buffer), limit: limit)
        case .array(let bytes):
            return Iterator(pieces: .once(ByteBuffer(bytes: bytes)), limit: limit)
        case .source(let source):
            return Iterator(pieces: .source(source), limit: limit)
        case .failed(let error):
            return Iterator(pieces: .failed(error), limit: limit)
        case .file, .producer:
            let unlimited = Body(storage, count: count)
            return Iterator(pieces: .source(ProducedBody(unlimited)), limit: limit)
        }
    }

    /// Reads the pieces of a ``Body``.
    public struct Iterator: AsyncIteratorProtocol {
        enum Pieces {
            case once(ByteBuffer)
            case source(any BodySource)
            case failed(BodyError)
            case done
        }

        var pieces: Pieces
        let limit: Int?
        private var seen = 0

        init(pieces: Pieces, limit: Int?) {
            self.pieces = pieces
            self.limit = limit
        }

        /// The next piece, never empty; `nil` at the end.
        ///
        /// - Throws: ``BodyError`` when the limit is passed or the body breaks off.
        public mutating func next() async throws -> ByteBuffer? {
            guard let chunk = try await nextPiece() else { return nil }
            seen += chunk.readableBytes
            if let limit, seen > limit {
                pieces = .failed(.tooLarge(limit: limit))
                throw BodyError.tooLarge(limit: limit)
            }
            return chunk
        }

        private mutating func nextPiece() async throws -> ByteBuffer? {
            switch pieces {
            case .once(let buffer):
                pieces = .done
                return buffer.readableBytes > 0 ? buffer : nil
            case .source(let source):
                return try await source.next()
            case .failed(let error):
                throw error
            case .done:
                return nil
            }
        }
    }
}
