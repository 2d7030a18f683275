// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import NIOCore
import Testing

/// RFC 2046, 5.1.1 and RFC 7578: `⏎` stands for CR LF, the boundary is `b`.
@Suite struct `A multipart body` {
    static let accepted: [Row<String, [String]>] = [
        Row("one field", "--b⏎\(disposition("a"))⏎⏎1⏎--b--⏎", ["a=1"]),
        Row("no line end at its end", "--b⏎\(disposition("a"))⏎⏎1⏎--b--", ["a=1"]),
        Row(
            "two fields in their order",
            "--b⏎\(disposition("a"))⏎⏎1⏎--b⏎\(disposition("a"))⏎⏎2⏎--b--⏎", ["a=1", "a=2"]),
        Row("no part", "--b--⏎", []),
        Row(
            "a preamble and an epilogue", "hello⏎--b⏎\(disposition("a"))⏎⏎1⏎--b--⏎bye⏎--b", ["a=1"]),
        Row("a boundary in the preamble, but not at the start of a line", "x--b⏎--b--", []),
        Row("spaces behind the boundaries", "--b \t⏎\(disposition("a"))⏎⏎1⏎--b-- ⏎", ["a=1"]),
        Row("an empty part", "--b⏎\(disposition("a"))⏎⏎⏎--b--", ["a="]),
        Row("an empty part with one line end less", "--b⏎\(disposition("a"))⏎⏎--b--", ["a="]),
        Row("line ends of its own", "--b⏎\(disposition("a"))⏎⏎⏎1⏎⏎⏎--b--", ["a=⏎1⏎⏎"]),
        Row(
            "the beginnings of boundaries", "--b⏎\(disposition("a"))⏎⏎⏎-⏎--⏎ --b⏎--a--b⏎--b--",
            ["a=⏎-⏎--⏎ --b⏎--a--b"]),
        Row(
            "a multipart body in a part, which is bytes like others",
            "--b⏎\(disposition("a"))⏎Content-Type: multipart/mixed; boundary=c⏎⏎--c⏎⏎1⏎--c--⏎--b--",
            ["a=--c⏎⏎1⏎--c--"]),
        Row(
            "bare CR and LF", "--b⏎\(disposition("a"))⏎⏎\r\n\r\r\n\n--b\r⏎--b--",
            ["a=\r\n\r\r\n\n--b\r"]),
    ]

    @Test(arguments: accepted) func `is read like this`(_ row: Row<String, [String]>) {
        let transcript = MultipartTranscript([bytes(row.input)], boundary: Self.boundary)
        #expect(transcript.error == nil && transcript.isEnded)
        let parts = transcript.parts.map {
            "\($0.head.name)=\(String(decoding: $0.bytes, as: UTF8.self))"
        }
        #expect(parts == row.output.map { String(decoding: bytes($0), as: UTF8.self) })
    }

    static let refused: [Row<String, String>] = [
        Row("nothing", "", "the boundary 'b' does not stand anywhere"),
        Row("another boundary", "--c⏎\(disposition("a"))⏎⏎1⏎--c--", "does not stand anywhere"),
        Row("no closing line", "--b⏎\(disposition("a"))⏎⏎1⏎--b⏎", "ends before the closing line"),
        Row("cut off in a part", "--b⏎\(disposition("a"))⏎⏎1⏎--", "ends before the closing line"),
        Row("cut off behind one dash", "--b⏎\(disposition("a"))⏎⏎1⏎--b-", "ends before"),
        Row("cut off in the headers", "--b⏎\(disposition("a"))⏎", "ends before"),
        Row("bytes behind the boundary", "--b⏎\(disposition("a"))⏎⏎1⏎--bc⏎", "goes on with other"),
        Row("one dash behind the boundary", "--b-⏎", "goes on with other bytes"),
        Row("dashes behind a space", "--b --⏎", "goes on with other bytes"),
        Row("bytes behind the end", "--b--x⏎", "the closing line goes on"),
        Row("lines that end with LF", "--b\n\(disposition("a"))\n\n1\n--b--", "goes on with other"),
        Row("no headers", "--b⏎⏎1⏎--b--", "it has no Content-Disposition"),
        Row("no Content-Disposition", "--b⏎Content-Type: a/b⏎⏎1⏎--b--", "no Content-Disposition"),
        Row("no name", "--b⏎Content-Disposition: form-data⏎⏎1⏎--b--", "has no name"),
        Row(
            "another disposition", "--b⏎Content-Disposition: attachment; name=a⏎⏎1⏎--b--",
            "is not 'form-data'"),
        Row(
            "two names", "--b⏎Content-Disposition: form-data; name=a; name=b⏎⏎1⏎--b--",
            "has 'name' twice"),
        Row(
            "two dispositions", "--b⏎\(disposition("a"))⏎\(disposition("b"))⏎⏎1⏎--b--",
            "it has Content-Disposition twice"),
        Row(
            "two types", "--b⏎\(disposition("a"))⏎Content-Type: a/b⏎content-type: a/b⏎⏎1⏎--b--",
            "it has Content-Type twice"),
        Row(
            "a folded line", "--b⏎Content-Disposition: form-data; name=a;⏎ filename=x⏎⏎1⏎--b--",
            "no 'name: value'"),
        Row(
            "a space before the colon", "--b⏎Content-Disposition : form-data⏎⏎1⏎--b--", "no 'name: "
        ),
        Row("LF in the headers", "--b⏎\(disposition("a"))\nX: y⏎⏎1⏎--b--", "ends with LF alone"),
        Row("CR in the headers", "--b⏎\(disposition("a"))\rX: y⏎⏎1⏎--b--", "control character"),
        Row("NUL in the headers", "--b⏎\(disposition("a\0"))⏎⏎1⏎--b--", "control character"),
        Row(
            "an encoding", "--b⏎\(disposition("a"))⏎Content-Transfer-Encoding: base64⏎⏎1⏎--b--",
            "Content-Transfer-Encoding is not 'binary'"),
    ]

    @Test(arguments: refused) func `is refused when it breaks a rule`(_ row: Row<String, String>) {
        let transcript = MultipartTranscript([bytes(row.input)], boundary: Self.boundary)
        #expect(transcript.error?.description.contains(row.output) == true, "\(transcript)")
        #expect(!transcript.isEnded)
    }

    @Test func `that is no UTF-8 in its headers is refused`() {
        let head =
            bytes("--b⏎Content-Disposition: form-data; name=\"") + [0xFF] + bytes("\"⏎⏎1⏎--b--")
        let error = MultipartTranscript([head], boundary: Self.boundary).error
        #expect(error?.description.contains("not UTF-8") == true)
    }

    @Test func `says where it is malformed`() {
        let body = "--b⏎\(disposition("a"))⏎⏎12345⏎--bc"
        #expect(
            MultipartTranscript([bytes(body)], boundary: Self.boundary).error
                == .malformed(
                    reason: "a line begins with the boundary and goes on with other bytes",
                    part: 1, offset: bytes(body).count - 1))
    }

    @Test func `has at most so many parts`() {
        let bounds = MultipartParser.Bounds(parts: 3, partHeaders: 1000)
        let part = "--b⏎\(disposition("a"))⏎⏎1⏎"
        for (count, error) in [(3, nil), (4, MultipartError.tooManyParts(limit: 3))] {
            let body = bytes(String(repeating: part, count: count) + "--b--")
            let transcript = MultipartTranscript([body], boundary: Self.boundary, bounds: bounds)
            #expect(transcript.error == error)
            #expect(transcript.parts.count == 3)
        }
    }

    @Test func `has part headers of at most so many bytes, with their line ends`() {
        let head = "\(disposition("a"))⏎X: y⏎"
        let size = bytes(head).count
        for (limit, isAccepted) in [(size, true), (size - 1, false)] {
            let bounds = MultipartParser.Bounds(parts: 3, partHeaders: limit)
            let error = MultipartTranscript(
                [bytes("--b⏎\(head)⏎1⏎--b--")], boundary: Self.boundary, bounds: bounds
            ).error
            #expect(error == (isAccepted ? nil : .partHeadersTooLarge(limit: limit, part: 1)))
        }
    }

    @Test func `without end is refused as soon as its part headers are too long`() throws {
        var parser = MultipartParser(Self.boundary, bounds: .init(parts: 1, partHeaders: 100))
        parser.append(ByteBuffer(bytes: bytes("--b⏎X: ")))
        #expect(try parser.next() == nil)
        parser.append(ByteBuffer(repeating: UInt8(ascii: "x"), count: 100))
        #expect(throws: MultipartError.partHeadersTooLarge(limit: 100, part: 1)) {
            try parser.next()
        }
    }

    @Test func `gives the pieces of a part as they come`() throws {
        var parser = MultipartParser(Self.boundary, bounds: .tests)
        parser.append(ByteBuffer(bytes: bytes("--b⏎\(disposition("a"))⏎⏎12")))
        #expect(try parser.next() == .part(MultipartPartHead(name: "a")))
        #expect(try parser.next() == .bytes(ByteBuffer(string: "12")))
        #expect(try parser.next() == nil)
        parser.append(ByteBuffer(string: "34\r\n--"))
        #expect(try parser.next() == .bytes(ByteBuffer(string: "34")))
        #expect(try parser.next() == nil)
        parser.append(ByteBuffer(string: "x"))
        #expect(try parser.next() == .bytes(ByteBuffer(string: "\r\n--x")))
    }

    static let boundary = Multipart.boundary
    private func bytes(_ text: String) -> [UInt8] { Multipart.bytes(text) }
}

/// What all suites of multipart need.
enum Multipart {
    static let boundary = boundary("b")

    /// The tests know that theirs are valid; any other is the one called `b`.
    static func boundary(_ text: String) -> MultipartDelimiter {
        MultipartDelimiter(boundary: text) ?? boundary
    }

    /// `⏎` stands for CR LF.
    static func bytes(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { $0 == "⏎" ? [13, 10] : Array(String($0).utf8) }
    }
}

/// A file-wide function, so that tables and tests can call it alike.
private func disposition(_ name: String) -> String {
    "Content-Disposition: form-data; name=\"\(name)\""
}
