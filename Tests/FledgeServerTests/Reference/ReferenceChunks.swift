// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

/// Chunked bodies: RFC 9112, 7.1.
extension ReferenceParser {
    /// The fields that must not come so late: framing, routing, modifiers, access and content
    /// (RFC 9110, 6.5.1).
    private static let forbiddenTrailers: Set<String> = [
        "content-length", "transfer-encoding", "trailer",
        "host", "connection", "te", "upgrade", "max-forwards",
        "cache-control", "expect", "range",
        "authorization", "proxy-authorization", "cookie", "set-cookie",
        "content-type", "content-encoding", "content-range",
    ]

    mutating func readChunkedBody() throws(Stop) -> [UInt8] {
        let limits = limits
        var body: [UInt8] = []
        var extensionBytes = 0
        var framingBytes = 0
        var promised = 0
        while true {
            let longest = 16 + limits.chunkExtension.bytes
            let line = try readLine(limit: longest, .chunkExtensionsTooLong) { line in
                Self.brokenRules(sizeLine: line, limits)
            }
            let digits = line.prefix(while: Ascii.hexDigits.contains)
            // At most 16 digits, so it fits 64 bits; what does not fit `Int` never ends.
            let size = Int(clamping: UInt64(Ascii.text(digits), radix: 16) ?? 0)
            extensionBytes += line.count - digits.count
            framingBytes += line.count + 4
            promised = Int(clamping: UInt64(promised) + UInt64(size))
            if extensionBytes > limits.chunkExtensions.bytes {
                throw .refused([.chunkExtensionsTooLong])
            }
            // 16 KiB of framing are free; then there are at most four bytes of it for one of data.
            if (framingBytes - 16 * 1024) / 4 > promised { throw .refused([.chunkOverhead]) }
            if size == 0 { break }
            body += try take(size)
            try readDataEnd()
        }
        try readTrailers()
        return body
    }

    private mutating func readDataEnd() throws(Stop) {
        let end = Array(rest.prefix(2))
        guard [[], [Ascii.cr], [Ascii.cr, Ascii.lf]].contains(end) else {
            throw .refused([.chunkDataEnd])
        }
        _ = try take(2)
    }

    private mutating func readTrailers() throws(Stop) {
        let limits = limits
        var used = 0
        var count = 0
        while true {
            let line = try readLine(limit: limits.trailers.bytes - used, .trailersTooLong) { line in
                if line.isEmpty { return [] }
                var broken = Self.brokenRules(fieldLine: line)
                let name = Ascii.lowercased(Self.nameAndValue(line).name)
                if Self.forbiddenTrailers.contains(name) { broken.insert(.forbiddenTrailer) }
                if count == limits.headerFields { broken.insert(.trailersTooLong) }
                return broken
            }
            if line.isEmpty { return }
            used += line.count
            count += 1
        }
    }

    /// `1*HEXDIG` and extensions.
    ///
    /// Sixteen digits are 64 bits.
    private static func brokenRules(sizeLine line: [UInt8], _ limits: Limits) -> Set<Rule> {
        let digits = line.prefix(while: Ascii.hexDigits.contains)
        let extensions = Array(line[digits.count...])
        var broken: Set<Rule> = []
        if !(1...16).contains(digits.count) { broken.insert(.chunkSize) }
        if !areExtensions(extensions) { broken.insert(.chunkExtension) }
        if extensions.count > limits.chunkExtension.bytes { broken.insert(.chunkExtensionsTooLong) }
        return broken
    }

    /// `*( ";" name [ "=" ( token / quoted-string ) ] )`, with white space behind `;` and
    /// around `=` only: in front of `;` it is refused, as behind the size.
    private static func areExtensions(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            guard rest.popFirst() == UInt8(ascii: ";") else { return false }
            dropSpaces(&rest)
            guard dropToken(&rest) else { return false }
            var value = rest
            dropSpaces(&value)
            guard value.popFirst() == UInt8(ascii: "=") else { continue }
            dropSpaces(&value)
            guard dropQuoted(&value) || dropToken(&value) else { return false }
            rest = value
        }
        return true
    }

    private static func dropSpaces(_ bytes: inout ArraySlice<UInt8>) {
        bytes = bytes.drop { $0 == Ascii.space || $0 == Ascii.tab }
    }

    private static func dropToken(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        let token = bytes.prefix(while: Ascii.token.contains)
        bytes = bytes.dropFirst(token.count)
        return !token.isEmpty
    }

    /// A quoted string (RFC 9110, 5.6.4).
    ///
    /// Leaves `bytes` alone when there is none.
    private static func dropQuoted(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        guard rest.popFirst() == UInt8(ascii: "\"") else { return false }
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\") { _ = rest.popFirst() }
            if byte == UInt8(ascii: "\"") {
                bytes = rest
                return true
            }
        }
        return false
    }
}
