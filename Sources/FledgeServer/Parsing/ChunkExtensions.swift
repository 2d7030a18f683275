// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The syntax of chunk extensions: `;name` or `;name=token` or `;name="quoted"` (RFC 9112, 7.1.1).
enum ChunkExtensions {
    /// Checks what stands after the size.
    ///
    /// White space is accepted after a semicolon and around the
    /// equals sign, not before the first semicolon: `5 ;a` is how sizes were once smuggled.
    static func check(
        _ range: Range<Int>, in bytes: UnsafeRawBufferPointer
    ) throws(Refusal) {
        var reader = Reader(bytes: bytes, position: range.lowerBound, end: range.upperBound)
        while reader.position < reader.end {
            guard reader.skip(Byte.semicolon), reader.skipOneExtension() else {
                throw .malformed(
                    "The size of a chunk is followed by something that is no extension.")
            }
        }
    }

    private struct Reader {
        let bytes: UnsafeRawBufferPointer
        var position: Int
        let end: Int

        mutating func skip(_ byte: UInt8) -> Bool {
            guard position < end, bytes[position] == byte else { return false }
            position += 1
            return true
        }

        mutating func skipOneExtension() -> Bool {
            skipWhitespace()
            guard skipToken() else { return false }
            let afterName = position
            skipWhitespace()
            guard skip(Byte.equals) else {
                position = afterName
                return true
            }
            skipWhitespace()
            return skip(Byte.quote) ? skipQuoted() : skipToken()
        }

        mutating func skipWhitespace() {
            while position < end, Byte.isWhitespace(bytes[position]) { position += 1 }
        }

        mutating func skipToken() -> Bool {
            let start = position
            while position < end, Byte.isToken(bytes[position]) { position += 1 }
            return position > start
        }

        /// Skips to the closing quote; the line scanner has refused control characters.
        mutating func skipQuoted() -> Bool {
            while position < end {
                let byte = bytes[position]
                position += byte == Byte.backslash ? 2 : 1
                if byte == Byte.quote { return true }
            }
            return false
        }
    }
}
