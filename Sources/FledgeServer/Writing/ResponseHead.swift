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
    ///   - date: The value of `Date`.
    func write(to buffer: inout ByteBuffer, date: ByteBuffer) {
        writeStatusLine(to: &buffer)
        fields.bytes.withUnsafeReadableBytes { bytes in
            for entry in fields.entries where !isServersOwn(entry.name, bytes) {
                buffer.writeBytes(bytes[entry.name])
                buffer.writeStaticString(": ")
                buffer.writeBytes(bytes[entry.value])
                buffer.writeStaticString("\r\n")
            }
        }
        buffer.writeStaticString("Date: ")
        buffer.writeImmutableBuffer(date)
        buffer.writeStaticString("\r\n")
        writeFraming(to: &buffer)
        writeConnection(to: &buffer)
        buffer.writeStaticString("\r\n")
    }

    /// A server always names its own version, also to a client of 1.0 (RFC 9110, 2.5).
    private func writeStatusLine(to buffer: inout ByteBuffer) {
        buffer.writeStaticString("HTTP/1.1 ")
        if status == .ok {
            buffer.writeStaticString("200 OK\r\n")
        } else {
            buffer.writeString("\(status.code) \(status.reasonPhrase)\r\n")
        }
    }

    private func writeFraming(to buffer: inout ByteBuffer) {
        switch framing {
        case .none, .untilClose:
            break
        case .length(let count):
            buffer.writeStaticString("Content-Length: ")
            buffer.writeString(String(count))
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
