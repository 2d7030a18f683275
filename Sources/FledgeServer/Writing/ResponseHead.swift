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

    /// Writes the head, and a body behind it, in one piece.
    ///
    /// - Parameters:
    ///   - response: The response that the head was made for.
    ///   - out: Where the bytes go.
    ///   - date: The line of `Date`, as ``LoopHome/dateLine`` has it.
    ///   - bodyCount: The size of a body in memory that is copied behind it; `nil` for none.
    func write(
        _ response: borrowing Response, to out: inout OutgoingBytes, date: [UInt8],
        bodyCount: Int? = nil
    ) {
        // Each field may grow by a space and its line end; the rest is what the server adds.
        let room =
            160 + response.status.reasonPhrase.utf8.count + date.count
            + response.headers.wireCount + (bodyCount ?? 0)
        var writer = out.writer(room: room)
        writeStatusLine(response.status, &writer)
        writeFields(response.headers, &writer)
        date.withUnsafeBytes { writer.write($0) }
        writeFraming(&writer)
        writeConnection(&writer)
        writer.write("\r\n")
        if let bodyCount { writer.skip(response.body.copy(to: writer.next(bodyCount))) }
        out.add(writer)
    }

    /// A server always names its own version, also to a client of 1.0 (RFC 9110, 2.5).
    private func writeStatusLine(_ status: Status, _ writer: inout HeadWriter) {
        switch status.code {
        case 200: writer.write("HTTP/1.1 200 OK\r\n")
        case 201: writer.write("HTTP/1.1 201 Created\r\n")
        case 204: writer.write("HTTP/1.1 204 No Content\r\n")
        case 304: writer.write("HTTP/1.1 304 Not Modified\r\n")
        case 404: writer.write("HTTP/1.1 404 Not Found\r\n")
        default:
            writer.write("HTTP/1.1 ")
            writer.write(decimal: status.code)
            writer.write(" ")
            writer.write(text: status.reasonPhrase)
            writer.write("\r\n")
        }
    }

    /// In one piece, unless one of them may be the server's own.
    private func writeFields(_ fields: Fields, _ writer: inout HeadWriter) {
        if fields.isWireForm, fields.nameLengths.isDisjoint(with: Self.ownLengths) {
            return fields.withBytes { writer.write($0) }
        }
        fields.forEachEntry { entry, bytes in
            if !isServersOwn(entry.name, bytes) {
                writer.write(UnsafeRawBufferPointer(rebasing: bytes[entry.name]))
                writer.write(": ")
                writer.write(UnsafeRawBufferPointer(rebasing: bytes[entry.value]))
                writer.write("\r\n")
            }
        }
    }

    private func writeFraming(_ writer: inout HeadWriter) {
        switch framing {
        case .none, .untilClose:
            break
        case .length(let count):
            writer.write("Content-Length: ")
            writer.write(decimal: count)
            writer.write("\r\n")
        case .chunked:
            writer.write("Transfer-Encoding: chunked\r\n")
        }
    }

    private func writeConnection(_ writer: inout HeadWriter) {
        if !keepsAlive {
            writer.write("Connection: close\r\n")
        } else if version == .http10 {
            writer.write("Connection: keep-alive\r\n")
        }
    }

    /// The lengths of the names of `isServersOwn`.
    private static var ownLengths: NameLengths {
        NameLengths(rawValue: 1 << 4 | 1 << 10 | 1 << 14 | 1 << 17)
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
