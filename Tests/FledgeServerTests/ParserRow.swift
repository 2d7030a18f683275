// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import NIOCore
import Testing

@testable import FledgeServer

/// One stream of bytes and what the parser must make of it, as text.
///
/// In the bytes, `⏎` stands for CR LF, so that bare ones can be seen.
struct ParserRow: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let expected: [String]

    init(_ name: String, _ text: String, _ expected: String...) {
        self.init(name, bytes: Self.bytes(text), expected)
    }

    init(_ name: String, bytes: [UInt8], _ expected: [String]) {
        self.name = name
        self.bytes = bytes
        self.expected = expected
    }

    var testDescription: String { name }

    static func bytes(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar -> [UInt8] in
            // Latin-1, so that one escape is one byte on the wire.
            scalar == "⏎" ? [0x0D, 0x0A] : [UInt8(truncatingIfNeeded: scalar.value)]
        }
    }
}

/// Runs the parser over pieces and writes down what it reports.
enum Transcript {
    /// - Parameters:
    ///   - pieces: The bytes, split in some way.
    ///   - limits: The bounds of the parser.
    /// - Returns: One line for each event; the pieces of one body are joined.
    static func of(_ pieces: [[UInt8]], limits: Limits = Limits()) -> [String] {
        let given = of(pieces, limits) { parser, piece in parser.receive(ByteBuffer(bytes: piece)) }
        let lent = of(lending: pieces, limits)
        return given == lent ? given : given + ["in memory that is used again:"] + lent
    }

    /// In memory that is somebody else's between two pieces, as that of a loop is.
    private static func of(lending pieces: [[UInt8]], _ limits: Limits) -> [String] {
        let memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(1, pieces.map(\.count).max() ?? 0), alignment: 1)
        defer { memory.deallocate() }
        return of(pieces, limits) { parser, piece in
            memory.copyBytes(from: piece)
            parser.receive(UnsafeRawBufferPointer(rebasing: memory[..<piece.count]))
        } after: { parser in
            parser.release()
            _ = memory.initializeMemory(as: UInt8.self, repeating: 0xAA)
        }
    }

    private static func of(
        _ pieces: [[UInt8]], _ limits: Limits,
        receive: (inout RequestParser, [UInt8]) -> Void,
        after: (inout RequestParser) -> Void = { _ in }
    ) -> [String] {
        var parser = RequestParser(limits: limits)
        var lines: [String] = []
        var body: [UInt8] = []
        for piece in pieces {
            receive(&parser, piece)
            while let line = next(&parser, &body) { lines.append(line) }
            after(&parser)
        }
        if !body.isEmpty { lines.append("unfinished \(String(decoding: body, as: UTF8.self))") }
        return lines
    }

    private static func next(_ parser: inout RequestParser, _ body: inout [UInt8]) -> String? {
        while true {
            switch parser.next() {
            case .needsMore: return nil
            case .head(let head): return describe(head)
            case .body(let piece): body += piece.readableBytesView
            case .end:
                defer { body = [] }
                return "body \(String(decoding: body, as: UTF8.self))"
            case .refused(let refusal):
                body = []
                return "\(refusal.status.code)"
            }
        }
    }

    private static func describe(_ head: RequestHead) -> String {
        let fields = head.request.headers.map { "\($0.name)=\($0.value)" }.joined(separator: "|")
        let connection = head.keepsAlive ? "" : " close"
        let waits = head.expectsContinue ? " continue" : ""
        return
            "\(head.request.method.rawValue) \(head.request.target.pathAndQuery) \(fields)\(connection)\(waits)"
    }
}
