// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOEmbedded
import NIOHTTP1

/// What llhttp, as SwiftNIO has it, makes of a stream: the parser of Node, Vapor and Hummingbird.
struct LLHTTPVerdict {
    struct Request {
        var method: String
        var target: String
        /// Names and values in turn.
        var fields: [String]
        var body: [UInt8] = []
        var isComplete = false
    }

    private(set) var requests: [Request] = []
    private(set) var error: HTTPParserError?

    init(of stream: [UInt8]) {
        let channel = EmbeddedChannel(handler: ByteToMessageHandler(HTTPRequestDecoder()))
        do {
            try channel.writeInbound(ByteBuffer(bytes: stream))
        } catch {
            self.error = error as? HTTPParserError ?? .unknown
        }
        while let part = try? channel.readInbound(as: HTTPServerRequestPart.self) { note(part) }
        _ = try? channel.finish()
    }

    private mutating func note(_ part: HTTPServerRequestPart) {
        switch part {
        case .head(let head):
            requests.append(
                Request(
                    method: head.method.rawValue, target: head.uri,
                    fields: head.headers.flatMap { [$0.name, $0.value] }))
        case .body(let piece):
            if !requests.isEmpty { requests[requests.count - 1].body += piece.readableBytesView }
        case .end:
            if !requests.isEmpty { requests[requests.count - 1].isComplete = true }
        }
    }
}
