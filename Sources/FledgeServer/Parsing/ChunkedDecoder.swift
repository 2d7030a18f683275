// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import NIOCore

/// Decodes a chunked body (RFC 9112, 7.1).
///
///     5;ext=1⏎hello⏎ 0⏎ Trailer: x⏎ ⏎
///
/// Extensions and trailers are checked, bounded and dropped: a trailer is never merged into the
/// fields that the handler has already seen.
struct ChunkedDecoder {
    enum Step {
        case needsMore
        case piece(ByteBuffer)
        case end
    }

    private enum State {
        case size
        case data(remaining: Int)
        /// The CR LF after the data of a chunk.
        case dataEnd
        case trailers
        case end
    }

    private var state = State.size
    private var scanner = LineScanner()
    private var extensionBytes = 0
    private var overhead = Overhead()
    private var trailerCount = 0
    private var trailerBytes = 0

    /// The next piece of the body, taken from the front of `buffer`.
    mutating func next(_ buffer: inout ByteBuffer, _ limits: Limits) throws(Refusal) -> Step {
        while true {
            switch state {
            case .size:
                guard try readSize(&buffer, limits) else { return .needsMore }
            case .data(let remaining):
                return readData(&buffer, remaining)
            case .dataEnd:
                guard try readDataEnd(&buffer) else { return .needsMore }
            case .trailers:
                guard try readTrailer(&buffer, limits) else { return .needsMore }
            case .end:
                return .end
            }
        }
    }

    private mutating func readData(_ buffer: inout ByteBuffer, _ remaining: Int) -> Step {
        let length = min(remaining, buffer.readableBytes)
        guard length > 0, let piece = buffer.readSlice(length: length) else { return .needsMore }
        state = length == remaining ? .dataEnd : .data(remaining: remaining - length)
        return .piece(piece)
    }

    /// Judges the first byte as soon as it is there.
    private mutating func readDataEnd(_ buffer: inout ByteBuffer) throws(Refusal) -> Bool {
        let expected: [UInt8] = [Byte.carriageReturn, Byte.lineFeed]
        guard zip(buffer.readableBytesView, expected).allSatisfy({ $0 == $1 }) else {
            throw .malformed("The data of a chunk is not followed by CR LF.")
        }
        guard buffer.readableBytes >= 2 else { return false }
        buffer.moveReaderIndex(forwardBy: 2)
        state = .size
        return true
    }
}

extension ChunkedDecoder {
    /// More digits than this are more than 64 bits, or zeros that only waste time.
    private static let mostSizeDigits = 16

    private static let noSize = Refusal.malformed(
        "The size of a chunk must be 1 to 16 hexadecimal digits.")

    private mutating func readSize(
        _ buffer: inout ByteBuffer, _ limits: Limits
    ) throws(Refusal) -> Bool {
        // Judged early: no size can begin like this, however it goes on.
        if let first = buffer.readableBytesView.first, Byte.hexValue(first) == nil {
            throw Self.noSize
        }
        let longest = Self.mostSizeDigits + limits.chunkExtension.bytes
        let tooLong = Refusal.malformed("The extensions of a chunk are too long.")
        guard let line = try nextLine(buffer, limit: longest, tooLong) else { return false }
        let size = try buffer.reading { bytes throws(Refusal) in
            let digits = line.prefix { Byte.hexValue(bytes[$0]) != nil }
            try ChunkExtensions.check(digits.endIndex..<line.upperBound, in: bytes)
            let length = line.upperBound - digits.endIndex
            guard length <= limits.chunkExtension.bytes else { throw tooLong }
            extensionBytes += length
            return try Self.size(digits, in: bytes)
        }
        guard extensionBytes <= limits.chunkExtensions.bytes else {
            throw .malformed("The chunk extensions of this request are too long.")
        }
        try overhead.note(lineLength: line.count, size: size)
        consumeLine(&buffer)
        state = size == 0 ? .trailers : .data(remaining: size)
        return true
    }

    private static func size(
        _ digits: Range<Int>, in bytes: UnsafeRawBufferPointer
    ) throws(Refusal) -> Int {
        guard digits.count <= mostSizeDigits else { throw noSize }
        // Sixteen digits of four bits fit exactly.
        let size = digits.reduce(UInt64(0)) { $0 << 4 | (Byte.hexValue(bytes[$1]) ?? 0) }
        // No limit lets so much in: the body is refused with 413 when its bytes pass the limit.
        return Int(clamping: size)
    }

    private mutating func readTrailer(
        _ buffer: inout ByteBuffer, _ limits: Limits
    ) throws(Refusal) -> Bool {
        let tooLong = Refusal(
            .requestHeaderFieldsTooLarge, "The trailers are longer than \(limits.trailers).")
        if let first = buffer.readableBytesView.first { try FieldLine.checkFirst(first) }
        let rest = max(0, limits.trailers.bytes - trailerBytes)
        guard let line = try nextLine(buffer, limit: rest, tooLong) else { return false }
        if line.isEmpty {
            state = .end
        } else {
            trailerBytes += line.count
            trailerCount += 1
            guard trailerCount <= limits.headerFields else { throw tooLong }
            try buffer.reading { bytes throws(Refusal) in try TrailerRules.check(line, in: bytes) }
        }
        consumeLine(&buffer)
        return true
    }

    private mutating func nextLine(
        _ buffer: ByteBuffer, limit: Int, _ tooLong: Refusal
    ) throws(Refusal) -> Range<Int>? {
        try buffer.reading { bytes throws(Refusal) in
            try scanner.next(in: bytes, limit: limit, tooLong: tooLong)
        }
    }

    /// Drops the line, so that the next one begins at offset 0 again.
    private mutating func consumeLine(_ buffer: inout ByteBuffer) {
        buffer.moveReaderIndex(forwardBy: scanner.start)
        scanner = LineScanner()
    }
}

/// How many bytes of framing there are for the bytes of a body.
///
/// A body in chunks of one byte costs the server far more than it costs its sender
/// (CVE-2023-39326), so bodies that are mostly framing are cut off.
private struct Overhead {
    private var framing = 0
    private var data = 0

    private static let free = 16 * 1024
    private static let ratio = 4

    mutating func note(lineLength: Int, size: Int) throws(Refusal) {
        framing += lineLength + 4  // The CR LF of the line and of the data.
        data = data.addingReportingOverflow(size).overflow ? Int.max : data + size
        let excess = framing - Self.free
        guard excess <= 0 || excess / Self.ratio <= data else {
            throw .malformed("The body is split into too many small chunks.")
        }
    }
}
