// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

/// Puts the pieces of a streamed body on the wire in the framing that the head announced.
struct BodyFramer {
    /// The body has not the length that was announced, so the message cannot be finished.
    struct LengthMismatch: Error, CustomStringConvertible {
        let announced: Int
        let written: Int
        var description: String {
            "The body was announced with \(announced) bytes and had \(written) or more when it was "
                + "cut off. Give the right 'count', or none."
        }
    }

    private let framing: ResponseFraming
    private var written = 0

    init(_ framing: ResponseFraming) {
        self.framing = framing
    }

    /// Frames one piece; large ones are handed on without a copy, so this may give several buffers.
    ///
    /// - Throws: ``LengthMismatch`` for a piece that goes beyond the announced length.
    mutating func frame(_ piece: ByteBuffer, emit: (ByteBuffer) -> Void) throws {
        guard piece.readableBytes > 0 else { return }
        written += piece.readableBytes
        switch framing {
        case .length(let count):
            guard written <= count else {
                throw LengthMismatch(announced: count, written: written)
            }
            emit(piece)
        case .untilClose:
            emit(piece)
        case .chunked:
            emit(ByteBuffer(string: String(piece.readableBytes, radix: 16) + "\r\n"))
            emit(piece)
            emit(ByteBuffer(string: "\r\n"))
        case .none:
            break
        }
    }

    /// What ends the body.
    ///
    /// - Throws: ``LengthMismatch`` when bytes are missing.
    func end() throws -> ByteBuffer? {
        switch framing {
        case .length(let count) where count != written:
            throw LengthMismatch(announced: count, written: written)
        case .chunked:
            return ByteBuffer(string: "0\r\n\r\n")
        case .none, .length, .untilClose:
            return nil
        }
    }
}
