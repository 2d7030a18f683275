// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

/// RFC 9112, 3.2 and 5, RFC 9110, 5 and 10.1.1: field lines, host, connection, expectation.
@Suite struct `The header fields` {
    @Test(arguments: rows) func `are read or refused by their rule`(_ row: ParserRow) {
        #expect(Transcript.of([row.bytes]) == row.expected)
    }

    static let get = "GET / HTTP/1.1⏎Host: a⏎"
    static let rows: [ParserRow] = accepted + lines + controls + hosts + connections

    static let accepted = [
        ParserRow("an empty value", get + "X:⏎⏎", "GET / Host=a|X="),
        ParserRow("space around the value", get + "X: \t b c\t ⏎⏎", "GET / Host=a|X=b c"),
        ParserRow("a tab inside", get + "X: b\tc⏎⏎", "GET / Host=a|X=b\tc"),
        ParserRow(
            "names that differ in _ and -", get + "Content_Length: 5⏎⏎",
            "GET / Host=a|Content_Length=5"),
        ParserRow("two requests at once", get + "⏎" + get + "⏎", "GET / Host=a", "GET / Host=a"),
        ParserRow("garbage behind a request", get + "⏎GARBAGE⏎⏎", "GET / Host=a", "400"),
    ]

    static let lines = [
        ParserRow("a space before the first name", "GET / HTTP/1.1⏎ Host: a⏎⏎", "400"),
        ParserRow("a tab before the first name", "GET / HTTP/1.1⏎\tHost: a⏎⏎", "400"),
        ParserRow("a space before the colon", get + "Foo : bar⏎⏎", "400"),
        ParserRow("a tab before the colon", get + "Transfer-Encoding\t: chunked⏎⏎", "400"),
        ParserRow("no name", get + ": x⏎⏎", "400"),
        ParserRow("no colon", get + "Foo⏎⏎", "400"),
        ParserRow("a space in the name", get + "Content-Length 10⏎⏎", "400"),
        ParserRow("an at sign in the name", get + "Fo@: x⏎⏎", "400"),
        ParserRow("brackets in the name", get + "X[]: x⏎⏎", "400"),
        ParserRow("obs-text in the name", get + "Content-Length\u{85}: 5⏎⏎", "400"),
        ParserRow("folding", get + "A: b⏎ c⏎⏎", "400"),
        ParserRow("folding of an empty value", get + "A:⏎ b⏎⏎", "400"),
        ParserRow("a name over two lines", get + "Transfer-⏎Encoding: chunked⏎⏎", "400"),
        ParserRow("two Content-Types", get + "Content-Type: a/b⏎Content-Type: a/b⏎⏎", "400"),
        ParserRow("two Authorizations", get + "Authorization: a⏎authorization: b⏎⏎", "400"),
    ]

    static let controls = [
        ParserRow("CR in a value", get + "Foo: 1\rBar: 2⏎⏎", "400"),
        ParserRow("LF in a value", get + "Foo: 1\nContent-Length: 23⏎⏎", "400"),
        ParserRow("CR at the end of the head", get + "\rZGET /evil: HTTP/1.1⏎⏎", "400"),
        ParserRow("NUL in a value", get + "v: a\0b⏎⏎", "400"),
        ParserRow("BEL in a value", get + "v: \u{07}⏎⏎", "400"),
        ParserRow("DEL in a value", get + "v: \u{7f}⏎⏎", "400"),
    ]

    static let hosts = [
        ParserRow("no Host in 1.1", "GET / HTTP/1.1⏎⏎", "400"),
        ParserRow("no Host in 1.0", "GET / HTTP/1.0⏎⏎", "GET /  close"),
        ParserRow("two Hosts", get + "Host: a⏎⏎", "400"),
        ParserRow("two Hosts in 1.0", "GET / HTTP/1.0⏎Host: a⏎Host: b⏎⏎", "400"),
        ParserRow("an empty Host", "GET / HTTP/1.1⏎Host:⏎⏎", "400"),
        ParserRow("a port that is a word", "GET / HTTP/1.1⏎Host: a:port⏎⏎", "400"),
        ParserRow("a bad escape in Host", "GET / HTTP/1.1⏎Host: a%2⏎⏎", "400"),
        ParserRow("a user in Host", "GET / HTTP/1.1⏎Host: user@a⏎⏎", "400"),
        ParserRow("a path in Host", "GET / HTTP/1.1⏎Host: a/b⏎⏎", "400"),
        ParserRow("an open bracket in Host", "GET / HTTP/1.1⏎Host: [::1⏎⏎", "400"),
        ParserRow("an absolute target without Host", "GET http://a/ HTTP/1.1⏎⏎", "400"),
    ]

    static let connections = [
        ParserRow("close", get + "Connection: close⏎⏎", "GET / Host=a|Connection=close close"),
        ParserRow(
            "close in a list", get + "Connection: x, CLOSE⏎⏎",
            "GET / Host=a|Connection=x, CLOSE close"),
        ParserRow(
            "1.0 that stays", "GET / HTTP/1.0⏎Connection: keep-alive⏎⏎",
            "GET / Connection=keep-alive"),
        ParserRow(
            "an option that names a framing field",
            get + "Connection: Content-Length⏎Content-Length: 1⏎⏎x",
            "GET / Host=a|Connection=Content-Length|Content-Length=1", "body x"),
        ParserRow(
            "Expect", get + "Expect: 100-Continue⏎⏎", "GET / Host=a|Expect=100-Continue continue"),
        ParserRow("another expectation", get + "Expect: foo⏎⏎", "417"),
    ]
}
