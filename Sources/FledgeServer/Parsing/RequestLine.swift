// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

/// The first line of a request: `GET /users?page=2 HTTP/1.1` (RFC 9112, 3).
struct RequestLine {
    /// The method, if it is one of those that most requests have.
    let commonMethod: CommonMethod?
    private let otherMethod: Method?
    /// Where the target stands in the bytes; what it means is the business of `RequestTarget`.
    let target: Range<Int>
    let version: HTTPVersion

    /// Longer tokens are no method of anybody.
    static let longestMethod = 64

    /// Refuses a line by its first byte, before the rest of it has come: what speaks TLS, for
    /// example, sends no line at all.
    static func checkFirst(_ byte: UInt8) throws(Refusal) {
        guard Byte.isToken(byte) || byte == Byte.carriageReturn || byte == Byte.lineFeed else {
            throw .malformed("The method is not a token.")
        }
    }

    /// - Parameters:
    ///   - line: Where the line stands in `bytes`, without its CR LF.
    ///   - bytes: The bytes of the head.
    /// - Throws: 400, 501 for a method nobody has, 505 for another major version.
    init(_ line: Range<Int>, in bytes: UnsafeRawBufferPointer) throws(Refusal) {
        let end = line.upperBound
        let first = bytes.firstSpace(from: line.lowerBound, to: end)
        let second = bytes.firstSpace(from: first + 1, to: end)
        guard first + 1 < second, second < end,
            bytes.firstSpace(from: second + 1, to: end) == end
        else {
            throw .malformed(
                "The request line must be a method, a target and a version, with one space between."
            )
        }
        let methodRange = line.lowerBound..<first
        guard bytes.isToken(methodRange) else { throw .malformed("The method is not a token.") }
        version = try Self.version((second + 1)..<line.upperBound, in: bytes)
        commonMethod = Self.common(methodRange, in: bytes)
        otherMethod = commonMethod == nil ? try Self.method(methodRange, in: bytes) : nil
        target = (first + 1)..<second
    }

    var method: Method {
        commonMethod?.method ?? otherMethod ?? .get
    }

    private static func method(
        _ range: Range<Int>, in bytes: UnsafeRawBufferPointer
    ) throws(Refusal) -> Method {
        let name = String(decoding: bytes[range], as: UTF8.self)
        guard range.count <= longestMethod, let method = Method(rawValue: name) else {
            throw Refusal(.notImplemented, "The method is longer than any that is known here.")
        }
        return method
    }

    /// Found without making a `String`.
    private static func common(_ range: Range<Int>, in bytes: UnsafeRawBufferPointer)
        -> CommonMethod?
    {
        switch range.count {
        case 3 where bytes.equalsExactly(range, "GET"): .get
        case 3 where bytes.equalsExactly(range, "PUT"): .put
        case 4 where bytes.equalsExactly(range, "POST"): .post
        case 4 where bytes.equalsExactly(range, "HEAD"): .head
        case 5 where bytes.equalsExactly(range, "PATCH"): .patch
        case 6 where bytes.equalsExactly(range, "DELETE"): .delete
        case 7 where bytes.equalsExactly(range, "OPTIONS"): .options
        default: nil
        }
    }

    /// `HTTP/1.x`; a later minor version is read as 1.1 (RFC 9110, 2.5).
    private static func version(
        _ range: Range<Int>, in bytes: UnsafeRawBufferPointer
    ) throws(Refusal) -> HTTPVersion {
        let start = range.lowerBound
        guard range.count == 8, bytes.equalsExactly(start..<(start + 5), "HTTP/"),
            Byte.isDigit(bytes[start + 5]), bytes[start + 6] == UInt8(ascii: "."),
            Byte.isDigit(bytes[start + 7])
        else { throw .malformed("The request line must end with 'HTTP/1.1'.") }
        guard bytes[start + 5] == UInt8(ascii: "1") else {
            throw Refusal(.httpVersionNotSupported, "This server speaks HTTP/1.1 and HTTP/1.0.")
        }
        return bytes[start + 7] == UInt8(ascii: "0") ? .http10 : .http11
    }
}

extension UnsafeRawBufferPointer {
    func equalsExactly(_ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { word in
            word.indices.allSatisfy { self[range.lowerBound + $0] == word[$0] }
        }
    }
}
