// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes
import NIOCore

/// How the end of a response body is told to the client (RFC 9112, 6.3).
enum ResponseFraming: Hashable {
    /// No body, and nothing is said about one: 204, 304, and HEAD where the length is not known.
    case none
    case length(Int)
    case chunked
    /// HTTP/1.0 knows no chunks: the end of the connection is the end of the body.
    case untilClose
}

/// Writes the head of a response: status line, fields, and the fields that are the server's own.
struct ResponseHead {
    let status: Status
    let fields: Fields
    let framing: ResponseFraming
    let version: HTTPVersion
    let keepsAlive: Bool
    /// The answer to HEAD keeps the `Content-Length` that GET would have had.
    let keepsContentLength: Bool

    /// - Parameters:
    ///   - response: What the app answered, finished by `ResponseFinisher`.
    ///   - isHead: Whether the request was HEAD.
    ///   - version: The version of the request.
    ///   - wantsKeepAlive: Whether the connection could stay open.
    init(_ response: Response, isHead: Bool, version: HTTPVersion, wantsKeepAlive: Bool) {
        status = response.status
        fields = response.headers
        self.version = version
        keepsContentLength = isHead
        framing = Self.framing(of: response, isHead, version)
        keepsAlive = wantsKeepAlive && framing != .untilClose
    }

    private static func framing(
        of response: Response, _ isHead: Bool, _ version: HTTPVersion
    ) -> ResponseFraming {
        let code = response.status.code
        if isHead || code == 204 || code == 304 { return .none }
        if let count = response.body.count { return .length(count) }
        return version == .http10 ? .untilClose : .chunked
    }

    /// - Parameters:
    ///   - buffer: Where the bytes go.
    ///   - date: The line of `Date`, as ``LoopHome/dateLine`` has it.
    func write(to buffer: inout ByteBuffer, date: ByteBuffer) {
        writeStatusLine(to: &buffer)
        writeFields(to: &buffer)
        buffer.writeImmutableBuffer(date)
        writeFraming(to: &buffer)
        writeConnection(to: &buffer)
        buffer.writeStaticString("\r\n")
    }

    /// A server always names its own version, also to a client of 1.0 (RFC 9110, 2.5).
    private func writeStatusLine(to buffer: inout ByteBuffer) {
        switch status.code {
        case 200: buffer.writeStaticString("HTTP/1.1 200 OK\r\n")
        case 201: buffer.writeStaticString("HTTP/1.1 201 Created\r\n")
        case 204: buffer.writeStaticString("HTTP/1.1 204 No Content\r\n")
        case 304: buffer.writeStaticString("HTTP/1.1 304 Not Modified\r\n")
        case 404: buffer.writeStaticString("HTTP/1.1 404 Not Found\r\n")
        default: buffer.writeString("HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n")
        }
    }

    /// In one piece, unless one of them may be the server's own.
    private func writeFields(to buffer: inout ByteBuffer) {
        if fields.isWireForm, fields.nameLengths.isDisjoint(with: Self.ownLengths) {
            buffer.writeImmutableBuffer(fields.bytes)
            return
        }
        fields.bytes.withUnsafeReadableBytes { bytes in
            for entry in fields.entries where !isServersOwn(entry.name, bytes) {
                buffer.writeBytes(bytes[entry.name])
                buffer.writeStaticString(": ")
                buffer.writeBytes(bytes[entry.value])
                buffer.writeStaticString("\r\n")
            }
        }
    }

    private func writeFraming(to buffer: inout ByteBuffer) {
        switch framing {
        case .none, .untilClose:
            break
        case .length(let count):
            buffer.writeStaticString("Content-Length: ")
            buffer.writeDecimal(count)
            buffer.writeStaticString("\r\n")
        case .chunked:
            buffer.writeStaticString("Transfer-Encoding: chunked\r\n")
        }
    }

    private func writeConnection(to buffer: inout ByteBuffer) {
        if !keepsAlive {
            buffer.writeStaticString("Connection: close\r\n")
        } else if version == .http10 {
            buffer.writeStaticString("Connection: keep-alive\r\n")
        }
    }

    /// The lengths of the names of `isServersOwn`.
    private static let ownLengths = NameLengths(lengths: 4, 10, 14, 17)

    /// What a handler set for these is dropped: it cannot know how the message is sent.
    private func isServersOwn(_ name: Range<Int>, _ bytes: UnsafeRawBufferPointer) -> Bool {
        switch name.count {
        case 4: bytes.equals(name, lowercase: "date")
        case 10:
            bytes.equals(name, lowercase: "connection")
                || bytes.equals(name, lowercase: "keep-alive")
        case 14: bytes.equals(name, lowercase: "content-length") && !keepsContentLength
        case 17: bytes.equals(name, lowercase: "transfer-encoding")
        default: false
        }
    }
}

extension ByteBuffer {
    /// Writes a number that is not negative, without making a `String`.
    mutating func writeDecimal(_ number: Int) {
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &digits) { digits in
            var rest = number.magnitude
            var start = digits.count
            repeat {
                start -= 1
                digits[start] = UInt8(truncatingIfNeeded: rest % 10) + UInt8(ascii: "0")
                rest /= 10
            } while rest > 0
            writeBytes(UnsafeRawBufferPointer(rebasing: digits[start...]))
        }
    }
}
