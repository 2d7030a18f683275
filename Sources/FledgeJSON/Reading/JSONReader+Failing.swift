// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension JSONReader {
    /// What stands here, for messages.
    var found: String {
        guard position < end else { return "the end" }
        let byte = bytes[position]
        return 0x21...0x7E ~= byte
            ? "'\(Character(UnicodeScalar(byte)))'" : "the byte 0x\(String(byte, radix: 16))"
    }

    /// Notes a mistake here, or at `offset`; to be thrown.
    mutating func fail(
        _ message: String, at offset: Int? = nil, kind: JSONSyntaxError.Kind = .syntax
    ) -> JSONError {
        let offset = min(offset ?? position, end)
        // Counted only here, on the way out.
        let before = bytes[..<offset]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        // Continuation bytes of UTF-8 are no characters.
        let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
        syntaxError = JSONSyntaxError(
            kind: kind, message: message, offset: offset, line: line, column: column)
        return .malformed
    }

    /// Text from the input for a message, which must not become as long as the input.
    static func shortened(_ text: String) -> String {
        text.count > 64 ? text.prefix(64) + "…" : text
    }
}
