// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

/// One field line, `Name: value` (RFC 9112, 5).
enum FieldLine {
    /// Refuses a line by its first byte, before the rest of it has come.
    static func checkFirst(_ byte: UInt8) throws(Refusal) {
        if Byte.isWhitespace(byte) {
            throw .malformed("A header field begins with a space; folded fields are not accepted.")
        }
        guard Byte.isToken(byte) || byte == Byte.carriageReturn || byte == Byte.lineFeed else {
            throw .malformed("The name of a header field is not a token.")
        }
    }

    /// Finds name and value.
    ///
    /// There is no space before the colon and no folding: proxies and servers once disagreed about
    /// both, and smuggled requests came through the gap (RFC 9112, 5.1 and 5.2). The line scanner
    /// has refused control characters; bytes from 0x80 up may stand in values only.
    ///
    /// - Parameters:
    ///   - line: Where the line stands, not empty, without its CR LF.
    ///   - bytes: The bytes of the head.
    /// - Returns: Where name and value stand in `bytes`.
    /// - Throws: 400.
    static func parse(
        _ line: Range<Int>, in bytes: UnsafeRawBufferPointer
    ) throws(Refusal) -> HeadEntry {
        // A colon is no token byte: the name ends at the first byte that is none.
        guard let end = bytes.firstIndex(in: line, where: { !Byte.isToken($0) }) else {
            throw .malformed("A header field has no colon.")
        }
        guard bytes[end] == Byte.colon, end > line.lowerBound else {
            let hasColon = bytes.firstIndex(in: line, where: { $0 == Byte.colon }) != nil
            throw .malformed(
                hasColon
                    ? "The name of a header field is not a token."
                    : "A header field has no colon.")
        }
        return HeadEntry(
            name: line.lowerBound..<end, value: bytes.trimmed((end + 1)..<line.upperBound))
    }
}
