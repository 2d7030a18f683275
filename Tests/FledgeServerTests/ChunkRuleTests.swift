// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Testing

/// RFC 9112, 7.1: chunk sizes, extensions, data and trailers.
@Suite struct `A chunked body` {
    @Test(arguments: accepted) func `is decoded`(_ row: ParserRow) {
        #expect(Transcript.of([Self.head + row.bytes]).dropFirst() == row.expected[...])
    }

    @Test(arguments: refused) func `is refused when it breaks a rule`(_ row: ParserRow) {
        #expect(Transcript.of([Self.head + row.bytes]).last == row.expected.last)
    }

    @Test func `in very small chunks is refused, since it costs more than it brings`() {
        let tiny = Self.head + [[UInt8]](repeating: ParserRow.bytes("1⏎x⏎"), count: 20_000).joined()
        #expect(Transcript.of([tiny]).last == "400")
        let few = Self.head + [[UInt8]](repeating: ParserRow.bytes("1⏎x⏎"), count: 3_000).joined()
        #expect(Transcript.of([few + ParserRow.bytes("0⏎⏎")]).last?.hasPrefix("body xxx") == true)
    }

    static let head = ParserRow.bytes("POST / HTTP/1.1⏎Host: a⏎Transfer-Encoding: chunked⏎⏎")

    static let accepted = [
        ParserRow("two chunks", "5⏎hello⏎6⏎ world⏎0⏎⏎", "body hello world"),
        ParserRow("upper case", "A⏎0123456789⏎0⏎⏎", "body 0123456789"),
        ParserRow("lower case and zeros", "00a⏎0123456789⏎000⏎⏎", "body 0123456789"),
        ParserRow("an extension", "1;a=b⏎x⏎0;c⏎⏎", "body x"),
        ParserRow("a quoted extension", "1;a=\"q\\\"x;\"⏎x⏎0⏎⏎", "body x"),
        ParserRow("a trailer, which is dropped", "1⏎x⏎0⏎X-Sum: 7⏎⏎", "body x"),
        ParserRow("a trailer that looks like a request", "0⏎X:POST / HTTP/1.1⏎⏎", "body "),
        ParserRow(
            "another request behind", "0⏎⏎GET /b HTTP/1.1⏎Host: a⏎⏎", "body ", "GET /b Host=a"),
    ]

    static let refused: [ParserRow] =
        [
            "0x5", "+5", "-5", "5_0", "0_2e", "z", "1x", "", ";foo=bar", " 5", "5 ", "5 ;a",
            "fffffffffffffffff", "00000000000000001", "5;", "5;a=", "5;a=\"x", "5;a=b c", "5\r;a",
        ].map { ParserRow("size line '\($0)'", $0 + "⏎hello⏎0⏎⏎", "400") } + [
            ParserRow("LF behind the size", "5\nhello⏎0⏎⏎", "400"),
            ParserRow("LF behind the data", "5⏎hello\n0⏎⏎", "400"),
            ParserRow("more data than the size", "5⏎hello!⏎0⏎⏎", "400"),
            ParserRow("an empty line between chunks", "5⏎hello⏎⏎0⏎⏎", "400"),
            ParserRow(
                "a request in place of a chunk", "INVALID!!!⏎GET / HTTP/1.1⏎Host: a⏎⏎", "400"),
            ParserRow("Content-Length as a trailer", "0⏎Content-Length: 5⏎⏎", "400"),
            ParserRow("Host as a trailer", "0⏎Host: b⏎⏎", "400"),
            ParserRow("Authorization as a trailer", "0⏎Authorization: b⏎⏎", "400"),
            ParserRow("a trailer without colon", "0⏎Foo⏎⏎", "400"),
            ParserRow("NUL in a trailer", "0⏎Foo: \0⏎⏎", "400"),
        ]
}
