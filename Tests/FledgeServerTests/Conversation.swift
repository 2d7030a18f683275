// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

/// A response as it came over the wire.
struct Reply: Sendable {
    var status: Int
    /// Names in lower case.
    var fields: [String: String]
    var body: String

    subscript(name: String) -> String? { fields[name] }
}

/// The client's side of a raw connection.
struct Conversation {
    enum Failure: Error {
        case endOfStream(after: String)
        case notHTTP(String)
    }

    var input: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    let output: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var received = ByteBuffer()

    init(
        input: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        output: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.input = input
        self.output = output
    }

    func send(_ bytes: ByteBuffer) async throws {
        try await output.write(bytes)
    }

    func send(_ text: String) async throws {
        try await output.write(ByteBuffer(bytes: ParserRow.bytes(text)))
    }

    /// Shuts down the sending side.
    func finishSending() {
        output.finish()
    }

    /// The next piece, whatever it is; `nil` when the server has closed.
    mutating func piece() async throws -> ByteBuffer? {
        if received.readableBytes > 0 {
            defer { received = ByteBuffer() }
            return received
        }
        return try await input.next()
    }

    /// Everything up to the end of the connection.
    mutating func rest() async throws -> String {
        while let more = try await input.next() { received.writeImmutableBuffer(more) }
        defer { received = ByteBuffer() }
        return String(buffer: received)
    }

    /// Everything up to and with `end`.
    mutating func text(to end: String) async throws -> String {
        while true {
            let text = String(buffer: received)
            if let range = text.range(ofFirst: end) {
                received.moveReaderIndex(forwardBy: text[..<range].utf8.count)
                return String(text[..<range])
            }
            guard let more = try await input.next() else { throw Failure.endOfStream(after: text) }
            received.writeImmutableBuffer(more)
        }
    }

    /// Only the head of the next response.
    mutating func head() async throws -> Reply {
        let lines = try await text(to: "\r\n\r\n").split(separator: "\r\n").map(String.init)
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
            throw Failure.notHTTP(lines.joined(separator: "\n"))
        }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw Failure.notHTTP(line) }
            fields[parts[0].lowercased()] = String(parts[1].dropFirst())
        }
        return Reply(status: status, fields: fields, body: "")
    }

    /// The next response with its body.
    mutating func reply(isHead: Bool = false) async throws -> Reply {
        var reply = try await head()
        if isHead || reply.status < 200 || reply.status == 204 || reply.status == 304 {
            return reply
        }
        if let length = reply["content-length"].flatMap({ Int($0) }) {
            reply.body = try await bytes(length)
        } else if reply["transfer-encoding"] == "chunked" {
            reply.body = try await chunks()
        } else {
            reply.body = try await rest()
        }
        return reply
    }

    /// Reads over the body of an answer whose head was read.
    mutating func skipBody(of head: Reply, isHead: Bool) async throws {
        if !isHead { _ = try await bytes(head["content-length"].flatMap { Int($0) } ?? 0) }
    }

    private mutating func bytes(_ count: Int) async throws -> String {
        while received.readableBytes < count {
            guard let more = try await input.next() else {
                throw Failure.endOfStream(after: String(buffer: received))
            }
            received.writeImmutableBuffer(more)
        }
        return received.readString(length: count) ?? ""
    }

    private mutating func chunks() async throws -> String {
        var body = ""
        while true {
            let line = try await text(to: "\r\n").dropLast(1)
            guard let size = Int(line, radix: 16) else { throw Failure.notHTTP(String(line)) }
            let data = try await bytes(size + 2)
            guard data.hasSuffix("\r\n") else { throw Failure.notHTTP(data) }
            if size == 0 { return body }
            body += data.dropLast(1)  // CR LF is one Character.
        }
    }
}

extension String {
    /// The index behind the first occurrence of `text`.
    fileprivate func range(ofFirst text: String) -> String.Index? {
        let (bytes, wanted) = (Array(utf8), Array(text.utf8))
        guard bytes.count >= wanted.count else { return nil }
        for start in 0...(bytes.count - wanted.count)
        where bytes[start] == wanted[0] && Array(bytes[start..<(start + wanted.count)]) == wanted {
            return utf8.index(startIndex, offsetBy: start + wanted.count)
        }
        return nil
    }
}
