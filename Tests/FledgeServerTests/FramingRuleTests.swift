// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

/// RFC 9112, 6 and 7: where a body ends.
@Suite struct `The framing of a body` {
    @Test(arguments: lengths + encodings) func `is found or refused by its rule`(_ row: ParserRow) {
        #expect(Transcript.of([row.bytes]) == row.expected)
    }

    static let post = "POST / HTTP/1.1⏎Host: a⏎"

    static func refusedLength(_ value: String) -> ParserRow {
        ParserRow("length '\(value)'", post + "Content-Length: \(value)⏎⏎hello", "400")
    }

    static let lengths: [ParserRow] =
        [
            "-1", "-0", "+1", "+1_0", "0_1", "5.0", "5e0", "0x10", "1Z", "abc", "\"5\"", "3 1", "",
            "18446744073709551616", "1000000000000000000000", "9223372036854775808", "5, 5",
        ].map(refusedLength) + [
            ParserRow(
                "zeros before the number are decimal", post + "Content-Length: 010⏎⏎0123456789",
                "POST / Host=a|Content-Length=010", "body 0123456789"),
            ParserRow("zero", post + "Content-Length: 0⏎⏎", "POST / Host=a|Content-Length=0"),
            ParserRow("twice the same", post + "Content-Length: 5⏎Content-Length: 5⏎⏎hello", "400"),
            ParserRow(
                "two that differ", post + "Content-Length: 5⏎Content-Length: 6⏎⏎hello", "400"),
            ParserRow(
                "with an encoding", post + "Content-Length: 5⏎Transfer-Encoding: chunked⏎⏎", "400"),
            ParserRow(
                "behind an encoding", post + "Transfer-Encoding: chunked⏎Content-Length: 5⏎⏎", "400"
            ),
            ParserRow(
                "the body of GET is never the next request",
                "GET / HTTP/1.1⏎Host: a⏎Content-Length: 5⏎⏎GET /" + "GET /b HTTP/1.1⏎Host: a⏎⏎",
                "GET / Host=a|Content-Length=5", "body GET /", "GET /b Host=a"),
        ]

    static func encoding(_ value: String, _ expected: String) -> ParserRow {
        ParserRow("encoding '\(value)'", post + "Transfer-Encoding: \(value)⏎⏎0⏎⏎", expected)
    }

    static let encodings: [ParserRow] = [
        encoding("xchunked", "501"), encoding("cow", "501"), encoding("identity", "501"),
        encoding("gzip", "501"), encoding("gzip, chunked", "501"),
        encoding("\"chunked\"", "400"), encoding("=?UTF-8?B?Y2h1bmtlZA==?=", "400"),
        encoding("chunked, identity", "400"), encoding("chunked, chunked", "400"),
        encoding("identity, chunked, identity", "400"), encoding(",chunked", "400"),
        encoding("chunked,", "400"), encoding("", "400"), encoding("\u{0b}chunked", "400"),
        encoding("chunked\0", "400"), encoding("chunked\r", "400"),
        encoding("\u{a0}chunked", "400"),
        encoding("\u{ff}chunked", "400"),
        ParserRow(
            "any case and a tab before", post + "TrAnSfEr-EnCoDiNg:\tcHuNkEd⏎⏎0⏎⏎",
            "POST / Host=a|TrAnSfEr-EnCoDiNg=cHuNkEd", "body "),
        ParserRow(
            "two of them", post + "Transfer-Encoding: chunked⏎Transfer-Encoding: chunked⏎⏎0⏎⏎",
            "400"),
        ParserRow("in HTTP/1.0", "POST / HTTP/1.0⏎Transfer-Encoding: chunked⏎⏎0⏎⏎", "400"),
    ]
}
