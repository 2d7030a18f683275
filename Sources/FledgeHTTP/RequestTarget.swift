// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import HTTPTypes
public import NIOCore

/// What a request asks for: the parsed and checked target of the request line (RFC 9112, 3.2).
///
/// It is parsed once, before anything else looks at the request, and is immutable: no middleware
/// can rewrite the path that another one checked. Paths keep their percent-encoding, since decoding
/// early would turn `%2F` into a separator; every escape has been checked to be well formed and to
/// give valid UTF-8, so that decoding later cannot fail.
public struct RequestTarget: Sendable {
    /// The bytes that the ranges below point into.
    @usableFromInline package let bytes: ByteBuffer
    /// Where the path stands in `bytes`, as offsets from the reader index.
    ///
    /// Never empty.
    @usableFromInline package let pathRange: Range<Int>
    /// Where the query stands, without the `?`; `nil` when there is no `?`.
    package let queryRange: Range<Int>?
    /// Where the authority of an absolute-form target stands (`http://HERE/path`).
    package let authorityRange: Range<Int>?
    /// `true` for `OPTIONS *`, which asks about the server as a whole.
    public let isAsterisk: Bool

    /// The path as sent, percent-encoded: starts with `/` (`*` for `OPTIONS *`).
    public var path: String { string(pathRange) }

    /// The path and the query as sent: `/users?page=2`.
    public var pathAndQuery: String {
        guard let queryRange else { return path }
        return string(pathRange.lowerBound..<queryRange.upperBound)
    }

    /// The pairs of the query; empty when there is none.
    public var query: Query {
        guard let queryRange else { return Query() }
        return Query(bytes: bytes, range: queryRange)
    }

    /// Host and port of an absolute-form target, which then replaces the `Host` field (RFC 9112, 3.2.2).
    public var authority: String? { authorityRange.map(string) }

    private func string(_ range: Range<Int>) -> String {
        bytes.getString(at: bytes.readerIndex + range.lowerBound, length: range.count) ?? ""
    }

    /// Calls `body` with the bytes of the path, and of the query behind it if told.
    package func withBytes(
        includingQuery: Bool, _ body: (UnsafeRawBufferPointer) -> String
    ) -> String {
        let end = includingQuery ? queryRange?.upperBound : nil
        return bytes.withUnsafeReadableBytes {
            let range = pathRange.lowerBound..<(end ?? pathRange.upperBound)
            return body(UnsafeRawBufferPointer(rebasing: $0[range]))
        }
    }

    /// Calls `body` with the percent-encoded bytes of the path.
    @inlinable
    package func withPathBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try bytes.withUnsafeReadableBytes {
            try body(UnsafeRawBufferPointer(rebasing: $0[pathRange]))
        }
    }

    /// Why a target was refused.
    ///
    /// Each is answered with 400.
    public struct ParseError: Error, Hashable, CustomStringConvertible {
        /// What is wrong, in words a client can act on.
        public let description: String
        init(_ description: String) { self.description = description }
    }
}

extension RequestTarget {
    /// Parses a request target.
    ///
    /// - Parameters:
    ///   - text: Origin form (`/path?query`), absolute form (`http://host/path`) or, for `OPTIONS`, `*`.
    ///   - method: `CONNECT` and `OPTIONS *` have rules of their own.
    /// - Throws: ``ParseError``; the request must be answered with 400.
    public init(parsing text: String, method: Method) throws(ParseError) {
        let bytes = ByteBuffer(string: text)
        try self.init(parsing: bytes, at: 0..<bytes.readableBytes, method: method)
    }

    /// Parses the target that stands at `range` in the head of a request.
    ///
    /// The target keeps the head, and copies nothing.
    package init(
        parsing head: ByteBuffer, at range: Range<Int>, method: Method
    ) throws(ParseError) {
        let (bytes, range) = Self.withPath(head, range)
        let result = bytes.withUnsafeReadableBytes { bytes -> Result<Parsed, ParseError> in
            do throws(ParseError) {
                return .success(try Self.parse(bytes, range, method: method))
            } catch {
                return .failure(error)
            }
        }
        let parsed = try result.get()
        self.bytes = bytes
        pathRange = parsed.path
        queryRange = parsed.query
        authorityRange = parsed.authority
        isAsterisk = parsed.isAsterisk
    }

    private struct Parsed {
        var path: Range<Int>
        var query: Range<Int>?
        var authority: Range<Int>?
        var isAsterisk = false
    }

    private static func parse(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, method: Method
    ) throws(ParseError) -> Parsed {
        guard !range.isEmpty else { throw ParseError("The request target is empty.") }
        let first = bytes[range.lowerBound]
        if range.count == 1, first == UInt8(ascii: "*") {
            guard method == .options else {
                throw ParseError("The target '*' is only for OPTIONS.")
            }
            return Parsed(path: range, isAsterisk: true)
        }
        if method == .connect {
            throw ParseError("CONNECT is for proxies; this is an origin server.")
        }
        if first == UInt8(ascii: "/") {
            return try parsePathAndQuery(bytes, range)
        }
        return try parseAbsolute(bytes, range)
    }

    /// `http://host:port/path?query`.
    private static func parseAbsolute(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
    ) throws(ParseError) -> Parsed {
        let target = UnsafeRawBufferPointer(rebasing: bytes[range])
        guard let schemeLength = httpSchemeLength(target) else {
            throw ParseError("The request target must start with '/' or 'http://'.")
        }
        let start = range.lowerBound + schemeLength
        var end = start
        while end < range.upperBound, !isAuthorityEnd(bytes[end]) { end += 1 }
        let authority = start..<end
        guard Authority.isValid(UnsafeRawBufferPointer(rebasing: bytes[authority])) else {
            throw ParseError("The request target names no valid host.")
        }
        var parsed = try parsePathAndQuery(bytes, end..<range.upperBound)
        parsed.authority = authority
        return parsed
    }

    /// An absolute target may leave its path out; it is then "/" (RFC 9110, 4.2.3).
    ///
    /// The copy is made for such targets only.
    private static func withPath(
        _ head: ByteBuffer, _ range: Range<Int>
    ) -> (ByteBuffer, Range<Int>) {
        guard head.byte(at: range.lowerBound) != UInt8(ascii: "/"),
            let bytes = head.getSlice(at: head.readerIndex + range.lowerBound, length: range.count),
            let insertion = bytes.withUnsafeReadableBytes({ raw -> Int? in
                guard let scheme = httpSchemeLength(raw) else { return nil }
                let end = raw[scheme...].firstIndex(where: isAuthorityEnd) ?? raw.count
                return end < raw.count && raw[end] == UInt8(ascii: "/") ? nil : end
            })
        else { return (head, range) }
        var copy = ByteBuffer()
        copy.writeBytes(bytes.readableBytesView.prefix(insertion))
        copy.writeInteger(UInt8(ascii: "/"))
        copy.writeBytes(bytes.readableBytesView.dropFirst(insertion))
        return (copy, 0..<copy.readableBytes)
    }

    private static func httpSchemeLength(_ bytes: UnsafeRawBufferPointer) -> Int? {
        for scheme in ["http://", "https://"] where bytes.count > scheme.utf8.count {
            if zip(bytes, scheme.utf8).allSatisfy({ isSchemeByte($0, $1) }) {
                return scheme.utf8.count
            }
        }
        return nil
    }

    /// Letters fold; a bit more would turn control characters into `:` and `/`.
    private static func isSchemeByte(_ byte: UInt8, _ expected: UInt8) -> Bool {
        let isLetter = expected >= UInt8(ascii: "a")
        return byte == expected || (isLetter && byte | 0x20 == expected)
    }

    private static func isAuthorityEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    private static func parsePathAndQuery(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
    ) throws(ParseError) -> Parsed {
        var question: Int?
        var hasEscape = false
        for index in range {
            let byte = bytes[index]
            if byte == UInt8(ascii: "?") {
                if question == nil { question = index }
            } else if byte == UInt8(ascii: "%") {
                if question == nil { hasEscape = true }
            } else if !isAllowed(byte) {
                throw ParseError(refusal(of: byte))
            }
        }
        let path = range.lowerBound..<(question ?? range.upperBound)
        if hasEscape {
            try checkEscapes(UnsafeRawBufferPointer(rebasing: bytes[path]))
        }
        return Parsed(path: path, query: question.map { ($0 + 1)..<range.upperBound })
    }

    /// Visible ASCII but `#`.
    ///
    /// RFC 3986 is narrower, but browsers send `|`, `"`, `{` and the like unescaped in queries, and
    /// none of them can be taken for a separator of HTTP.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "#")
    }

    private static func refusal(of byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "#"):
            "The request target has a fragment ('#'), which clients must not send."
        case 0x80...:
            "The request target has bytes outside ASCII; they must be percent-encoded."
        default:
            "The request target has a space or a control character."
        }
    }

    /// Every `%` is followed by two hexadecimal digits, nothing decodes to NUL, and the decoded
    /// bytes are UTF-8.
    private static func checkEscapes(_ path: UnsafeRawBufferPointer) throws(ParseError) {
        guard let decoded = PercentCoding.decodedBytes(path) else {
            throw ParseError("The path has a '%' that is not followed by two hexadecimal digits.")
        }
        guard !decoded.contains(0) else {
            throw ParseError("The path has an escaped NUL byte (%00).")
        }
        guard String(validating: decoded, as: UTF8.self) != nil else {
            throw ParseError("The path is not valid UTF-8 after percent-decoding.")
        }
    }
}

extension ByteBuffer {
    /// A readable byte, by its offset from the reader index.
    fileprivate func byte(at offset: Int) -> UInt8? {
        getInteger(at: readerIndex + offset)
    }
}
