// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

extension FuzzTarget {
    /// Whole streams, as they come from a socket.
    static let head = FuzzTarget(name: "head") { StreamCheck.all($0) }

    /// The body of a request that says it is chunked.
    static let chunks = FuzzTarget(name: "chunks") { input in
        StreamCheck.all(
            Array("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n".utf8) + input)
    }
}

/// The properties of the request parser.
enum StreamCheck {
    /// Bounds that a fuzzer's short inputs reach.
    private static let tight: Limits = {
        var limits = Limits()
        limits.requestLine = 60
        limits.headerField = 60
        limits.headerFields = 6
        limits.headerBlock = 150
        limits.chunkExtension = 20
        limits.chunkExtensions = 30
        limits.trailers = 40
        return limits
    }()

    static func all(_ stream: [UInt8]) {
        let verdict = check(stream, Limits())
        _ = check(stream, tight)
        for request in verdict.requests { checkCanonical(request) }
    }

    private static func check(_ stream: [UInt8], _ limits: Limits) -> ParserVerdict {
        let whole = ParserVerdict(of: [stream], limits: limits)
        if let difference = Agreement.difference(whole, stream, limits: limits) {
            violation("against the reference: \(difference)")
        }
        let bytes = ParserVerdict(of: stream.map { [$0] }, limits: limits)
        expectEqual(bytes, whole, "byte by byte")
        expect(bytes.mostBuffered <= mostBuffered(limits), "holds \(bytes.mostBuffered) bytes")
        var random = InputRandom(stream)
        expectEqual(ParserVerdict(of: split(stream, &random), limits: limits), whole, "split")
        expectEqual(
            ParserVerdict(of: [stream], limits: limits, takingWholeBodies: true), whole,
            "with whole bodies")
        return whole
    }

    /// A head that is not complete yet, with its five empty lines; everything else is less.
    private static func mostBuffered(_ limits: Limits) -> Int {
        let head = limits.requestLine.bytes + limits.headerBlock.bytes + 16
        let line = max(16 + limits.chunkExtension.bytes, limits.trailers.bytes)
        return max(head, line) + 4
    }

    private static func split(_ stream: [UInt8], _ random: inout InputRandom) -> [[UInt8]] {
        let cuts = (0..<4).map { _ in Int.random(in: 0...stream.count, using: &random) }.sorted()
        return zip([0] + cuts, cuts + [stream.count]).map { Array(stream[$0..<$1]) }
    }

    /// What was accepted, written down plainly, is accepted again and means the same.
    private static func checkCanonical(_ request: ParsedRequest) {
        guard let body = request.body,
            !request.fields.contains(where: { $0.contains("\u{FFFD}") })
        else { return }
        let verdict = ParserVerdict(of: [canonical(request, body)])
        var expected = request
        expected.authority = nil
        expectEqual(verdict.requests, [expected], "written down plainly")
        expect(verdict.refusal == nil, "refused when written down plainly")
    }

    private static func canonical(_ request: ParsedRequest, _ body: [UInt8]) -> [UInt8] {
        var text = "\(request.method) \(request.pathAndQuery) HTTP/\(request.version)\r\n"
        var isChunked = false
        for index in stride(from: 0, to: request.fields.count - 1, by: 2) {
            text += "\(request.fields[index]): \(request.fields[index + 1])\r\n"
            isChunked = isChunked || request.fields[index].lowercased() == "transfer-encoding"
        }
        text += "\r\n"
        guard isChunked else { return Array(text.utf8) + body }
        // In pieces of another size than they came in.
        var chunks: [UInt8] = []
        for start in stride(from: 0, to: body.count, by: 7) {
            let piece = body[start..<min(start + 7, body.count)]
            chunks += Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + [13, 10]
        }
        return Array(text.utf8) + chunks + Array("0\r\n\r\n".utf8)
    }
}
