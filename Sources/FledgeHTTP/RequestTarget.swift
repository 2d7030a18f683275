// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import HTTPTypes

/// What a request asks for: the parsed and checked target of the request line (RFC 9112, 3.2).
///
/// It is parsed once, before anything else looks at the request, and is immutable: no middleware
/// can rewrite the path that another one checked. Paths keep their percent-encoding, since decoding
/// early would turn `%2F` into a separator; every escape has been checked to be well formed and to
/// give valid UTF-8, so that decoding later cannot fail.
public struct RequestTarget: Sendable {
    /// The head that the offsets point into.
    @usableFromInline let head: HeadBytes
    // In 32 bits: a request passes its target on several times.
    @usableFromInline let pathStart: UInt32
    @usableFromInline let pathEnd: UInt32
    /// Where the query ends, which begins behind the `?` at the end of the path; 0 without a `?`.
    @usableFromInline let queryEnd: UInt32
    private let authorityStart: UInt32
    /// 0 unless the target has the absolute form (`http://HERE/path`).
    private let authorityEnd: UInt32
    /// `true` for `OPTIONS *`, which asks about the server as a whole.
    public let isAsterisk: Bool

    /// Never empty.
    @inlinable var pathRange: Range<Int> { Int(pathStart)..<Int(pathEnd) }

    private var queryRange: Range<Int>? {
        hasQuery ? (Int(pathEnd) + 1)..<Int(queryEnd) : nil
    }

    /// Whether there is a `?`.
    @inlinable package var hasQuery: Bool { queryEnd > 0 }

    /// The path as sent, percent-encoded: starts with `/` (`*` for `OPTIONS *`).
    public var path: String { head.text(pathRange) }

    /// The path and the query as sent: `/users?page=2`.
    public var pathAndQuery: String {
        head.text(Int(pathStart)..<Int(hasQuery ? queryEnd : pathEnd))
    }

    /// The pairs of the query; empty when there is none.
    public var query: Query {
        guard let queryRange else { return Query() }
        return Query(head, queryRange)
    }

    /// Host and port of an absolute-form target, which then replaces the `Host` field (RFC 9112, 3.2.2).
    public var authority: String? {
        authorityEnd > 0 ? head.text(Int(authorityStart)..<Int(authorityEnd)) : nil
    }

    /// Calls `body` with the bytes of the path, and of the query behind it if told.
    @inlinable
    package func withBytes<Result>(
        includingQuery: Bool, _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        let end = Int(includingQuery && hasQuery ? queryEnd : pathEnd)
        return head.withBytes {
            body(UnsafeRawBufferPointer(rebasing: $0[Int(pathStart)..<end]))
        }
    }

    /// Calls `body` with the percent-encoded bytes of the path.
    @inlinable
    package func withPathBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try head.withBytes { bytes throws(Failure) in
            try body(UnsafeRawBufferPointer(rebasing: bytes[pathRange]))
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
        var text = text
        let head = text.withUTF8 { HeadBytes.parsed(UnsafeRawBufferPointer($0)) }
        try self.init(
            parsing: head, at: 0..<head.count, isOptions: method == .options,
            isConnect: method == .connect)
    }

    /// Parses the target that stands at `range` in the head of a request.
    ///
    /// The target keeps the head, and copies nothing.
    package init(
        parsing head: HeadBytes, at range: Range<Int>, isOptions: Bool = false,
        isConnect: Bool = false
    ) throws(ParseError) {
        let (head, range) = Self.withPath(head, range)
        let parsed = try head.withBytes { bytes throws(ParseError) in
            try Self.parse(bytes, range, isOptions, isConnect)
        }
        self.head = head
        pathStart = UInt32(truncatingIfNeeded: parsed.path.lowerBound)
        pathEnd = UInt32(truncatingIfNeeded: parsed.path.upperBound)
        queryEnd = UInt32(truncatingIfNeeded: parsed.query?.upperBound ?? 0)
        authorityStart = UInt32(truncatingIfNeeded: parsed.authority?.lowerBound ?? 0)
        authorityEnd = UInt32(truncatingIfNeeded: parsed.authority?.upperBound ?? 0)
        isAsterisk = parsed.isAsterisk
    }

    private struct Parsed {
        var path: Range<Int>
        var query: Range<Int>?
        var authority: Range<Int>?
        var isAsterisk = false
    }

    private static func parse(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ isOptions: Bool, _ isConnect: Bool
    ) throws(ParseError) -> Parsed {
        guard !range.isEmpty else { throw ParseError("The request target is empty.") }
        let first = bytes[range.lowerBound]
        if range.count == 1, first == UInt8(ascii: "*") {
            guard isOptions else {
                throw ParseError("The target '*' is only for OPTIONS.")
            }
            return Parsed(path: range, isAsterisk: true)
        }
        if isConnect {
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
    private static func withPath(_ head: HeadBytes, _ range: Range<Int>) -> (HeadBytes, Range<Int>)
    {
        head.withBytes { bytes in
            guard !range.isEmpty, bytes[range.lowerBound] != UInt8(ascii: "/") else {
                return (head, range)
            }
            let target = UnsafeRawBufferPointer(rebasing: bytes[range])
            guard let scheme = httpSchemeLength(target) else { return (head, range) }
            let end = target[scheme...].firstIndex(where: isAuthorityEnd) ?? target.count
            guard end == target.count || target[end] != UInt8(ascii: "/") else {
                return (head, range)
            }
            let whole = target[..<end] + [UInt8(ascii: "/")] + target[end...]
            let copy = Array(whole).withUnsafeBytes { HeadBytes.parsed($0) }
            return (copy, 0..<copy.count)
        }
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
        var hasEscape = false
        var end = range.lowerBound
        while true {
            end = bytes.firstNotInPath(from: end, to: range.upperBound)
            guard end < range.upperBound, bytes[end] != UInt8(ascii: "?") else { break }
            guard bytes[end] == UInt8(ascii: "%") else {
                throw ParseError(refusal(of: bytes[end]))
            }
            hasEscape = true
            end += 1
        }
        for index in end..<range.upperBound where !isAllowed(bytes[index]) {
            throw ParseError(refusal(of: bytes[index]))
        }
        let path = range.lowerBound..<end
        if hasEscape {
            try checkEscapes(UnsafeRawBufferPointer(rebasing: bytes[path]))
        }
        let query = end < range.upperBound ? (end + 1)..<range.upperBound : nil
        return Parsed(path: path, query: query)
    }

    /// Visible ASCII but `#`.
    ///
    /// RFC 3986 is narrower, but browsers send `|`, `"`, `{` and the like unescaped in queries, and
    /// none of them can be taken for a separator of HTTP.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte &- 0x21 < 0x5E && byte != UInt8(ascii: "#")
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
