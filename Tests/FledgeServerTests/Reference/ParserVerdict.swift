// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import NIOCore

@testable import FledgeServer

/// What `RequestParser` makes of a stream, in the form of the reference.
struct ParserVerdict: Hashable {
    var requests: [ParsedRequest] = []
    /// The status of the refusal; `nil` when it asks for more bytes.
    var refusal: Int?

    /// - Parameters:
    ///   - pieces: The stream, split in some way.
    ///   - limits: The bounds of the parser.
    ///   - takingWholeBodies: Whether bodies that are there are taken at once.
    init(of pieces: [[UInt8]], limits: Limits = Limits(), takingWholeBodies: Bool = false) {
        var parser = RequestParser(limits: limits)
        var body: [UInt8] = []
        for piece in pieces {
            parser.receive(ByteBuffer(bytes: piece))
            take(&parser, &body, takingWholeBodies)
            mostBuffered = max(mostBuffered, parser.bufferedBytes)
        }
    }

    /// The most that waited for more bytes: what a client can make the parser hold.
    private(set) var mostBuffered = 0

    private mutating func take(
        _ parser: inout RequestParser, _ body: inout [UInt8], _ takingWholeBodies: Bool
    ) {
        while true {
            switch parser.next() {
            case .needsMore:
                return
            case .head(let head):
                requests.append(ParsedRequest(head))
                body = []
                if takingWholeBodies, let whole = parser.takeWholeBody() {
                    requests[requests.count - 1].body = Array(whole.readableBytesView)
                }
            case .body(let piece):
                body += piece.readableBytesView
            case .end:
                if !requests.isEmpty { requests[requests.count - 1].body = body }
            case .refused(let refusal):
                self.refusal = refusal.status.code
            }
        }
    }

    // How much waits depends on the pieces; what comes out does not.
    static func == (left: Self, right: Self) -> Bool {
        left.requests == right.requests && left.refusal == right.refusal
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(requests)
        hasher.combine(refusal)
    }
}

extension ParsedRequest {
    init(_ head: RequestHead) {
        let request = head.request
        self.init(
            method: request.method.rawValue, pathAndQuery: request.target.pathAndQuery,
            authority: request.target.authority,
            fields: request.headers.flatMap { [$0.name, $0.value] },
            version: request.version == .http10 ? "1.0" : "1.1", keepsAlive: head.keepsAlive,
            expectsContinue: head.expectsContinue, body: head.framing == .none ? [] : nil)
    }
}

/// Holds the parser against the reference.
enum Agreement {
    /// - Returns: What they disagree about, `nil` when they agree.
    static func difference(
        _ verdict: ParserVerdict, _ stream: [UInt8], limits: Limits = Limits()
    ) -> String? {
        let reference = ReferenceParser.verdict(of: stream, limits: limits)
        guard verdict.requests == reference.requests else {
            return """
                accepted by the parser: \(verdict.requests)
                by the reference: \(reference.requests), then \(reference.broken.map(\.rawValue))
                """
        }
        guard let status = verdict.refusal else {
            return reference.isRefused
                ? "the reference refuses: \(reference.broken.map(\.rawValue))" : nil
        }
        if reference.broken.contains(where: { $0.status == status }) { return nil }
        if reference.isRefused {
            return "refused with \(status); broken is \(reference.broken.map(\.rawValue))"
        }
        return differenceOfEarlyRefusal(status, stream, reference.requests.count, limits)
    }

    /// The parser may refuse before a line is complete.
    ///
    /// Then no way to complete it may be accepted.
    private static func differenceOfEarlyRefusal(
        _ status: Int, _ stream: [UInt8], _ accepted: Int, _ limits: Limits
    ) -> String? {
        for completion in completions {
            let whole = stream + completion
            let reference = ReferenceParser.verdict(of: whole, limits: limits)
            if reference.requests.count > accepted || !reference.isRefused {
                return "refused with \(status), but with '\(Ascii.text(completion))' it is accepted"
            }
        }
        return nil
    }

    /// Ends of a request line, of a field, of a chunk and of a trailer, as good as they can be.
    static let completions: [[UInt8]] = [
        "\r\n\r\n", "\n\r\n", "\r\nHost: a\r\n\r\n", " HTTP/1.1\r\nHost: a\r\n\r\n",
        " / HTTP/1.1\r\nHost: a\r\n\r\n", "a / HTTP/1.1\r\nHost: a\r\n\r\n",
        "1\r\nHost: a\r\n\r\n", ".1\r\nHost: a\r\n\r\n", "1.1\r\nHost: a\r\n\r\n",
        "/1.1\r\nHost: a\r\n\r\n", "a: b\r\nHost: a\r\n\r\n", ": b\r\nHost: a\r\n\r\n",
        "\n0\r\n\r\n", "\r\n0\r\n\r\n", "0\r\n\r\n", "a\r\n\r\n", "\"\r\n\r\n", ": a\r\n\r\n",
    ].map { Array($0.utf8) }
}
