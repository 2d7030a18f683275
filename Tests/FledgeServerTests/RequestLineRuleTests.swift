// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

/// RFC 9112, 3: what may stand in the request line.
@Suite struct `The request line` {
    @Test(arguments: rows) func `is read or refused by its rule`(_ row: ParserRow) {
        #expect(Transcript.of([row.bytes]) == row.expected)
    }

    static let host = "⏎Host: a⏎⏎"
    static let rows: [ParserRow] = accepted + shape + target + version + bareLines

    static let accepted = [
        ParserRow("a plain request", "GET /a?b=c HTTP/1.1" + host, "GET /a?b=c Host=a"),
        ParserRow(
            "any token is a method", "a!#$%&'*+-.^_`|~Z9 / HTTP/1.1" + host,
            "a!#$%&'*+-.^_`|~Z9 / Host=a"),
        ParserRow("one empty line before (9112 2.2)", "⏎GET / HTTP/1.1" + host, "GET / Host=a"),
        ParserRow("five empty lines before", "⏎⏎⏎⏎⏎GET / HTTP/1.1" + host, "GET / Host=a"),
        ParserRow(
            "an absolute target (9112 3.2.2)", "GET http://b/x HTTP/1.1" + host, "GET /x Host=a"),
        ParserRow("OPTIONS *", "OPTIONS * HTTP/1.1" + host, "OPTIONS * Host=a"),
        ParserRow("a later minor version (9110 2.5)", "GET / HTTP/1.2" + host, "GET / Host=a"),
    ]

    static let shape = [
        ParserRow("HTTP/0.9", "GET /⏎⏎", "400"),
        ParserRow("no version", "GET / ⏎⏎", "400"),
        ParserRow("two spaces before the target", "GET  / HTTP/1.1" + host, "400"),
        ParserRow("two spaces before the version", "GET /  HTTP/1.1" + host, "400"),
        ParserRow("a space at the end", "GET / HTTP/1.1 " + host, "400"),
        ParserRow("a tab after the method", "GET\t/ HTTP/1.1" + host, "400"),
        ParserRow("a tab after the target", "GET /\tHTTP/1.1" + host, "400"),
        ParserRow("no method", " / HTTP/1.1" + host, "400"),
        ParserRow("a space before the method", " GET / HTTP/1.1" + host, "400"),
        ParserRow("NUL in the method", "G\0T / HTTP/1.1" + host, "400"),
        ParserRow("separators in the method", "G=\":<>(e),[T];?\" / HTTP/1.1" + host, "400"),
        ParserRow("a colon after the method", "GET: / HTTP/1.1" + host, "400"),
        ParserRow("a response", "HTTP/1.1 200 OK⏎⏎", "400"),
        ParserRow(
            "a method of 65 bytes", String(repeating: "A", count: 65) + " / HTTP/1.1" + host, "501"),
        ParserRow("six empty lines before", "⏎⏎⏎⏎⏎⏎GET / HTTP/1.1" + host, "400"),
        ParserRow("a TLS ClientHello", "\u{16}\u{03}\u{01}\u{02}\u{00}\u{01}", "400"),
        ParserRow("text before the method", "Extra lineGET / HTTP/1.1" + host, "400"),
    ]

    static let target = [
        ParserRow("no slash", "GET foo HTTP/1.1" + host, "400"),
        ParserRow("a relative path", "GET ../../etc/passwd HTTP/1.1" + host, "400"),
        ParserRow("a fragment", "GET /a#b HTTP/1.1" + host, "400"),
        ParserRow("DEL", "GET /\u{7f} HTTP/1.1" + host, "400"),
        ParserRow("bytes outside ASCII", "GET /\u{ff} HTTP/1.1" + host, "400"),
        ParserRow("a lone percent sign", "GET /% HTTP/1.1" + host, "400"),
        ParserRow("overlong UTF-8", "GET /%c0%ae%c0%ae/ HTTP/1.1" + host, "400"),
        ParserRow("* without OPTIONS", "GET * HTTP/1.1" + host, "400"),
        ParserRow("authority form without CONNECT", "GET a:443 HTTP/1.1" + host, "400"),
        ParserRow("CONNECT to a path", "CONNECT / HTTP/1.1" + host, "400"),
        ParserRow("CONNECT to a host", "CONNECT a:443 HTTP/1.1" + host, "501"),
        ParserRow("user information", "GET http://u:p@a/ HTTP/1.1" + host, "400"),
        ParserRow("no authority", "GET http:/// HTTP/1.1" + host, "400"),
        ParserRow("a port above 65535", "GET http://a:65536/ HTTP/1.1" + host, "400"),
        ParserRow("another scheme", "GET bad://a/ HTTP/1.1" + host, "400"),
    ]

    static let version = [
        ParserRow("HTTP/2.0", "GET / HTTP/2.0" + host, "505"),
        ParserRow("HTTP/0.9 in words", "GET / HTTP/0.9" + host, "505"),
        ParserRow("the preface of HTTP/2", "PRI * HTTP/2.0⏎⏎SM⏎⏎", "505"),
        ParserRow("something behind", "GET / HTTP/1.1x" + host, "400"),
        ParserRow("no dot", "GET / HTTP/111" + host, "400"),
        ParserRow("no minor", "GET / HTTP/1." + host, "400"),
        ParserRow("lower case", "GET / http/1.1" + host, "400"),
        ParserRow("a number that overflows", "GET / HTTP/4294967295.255" + host, "400"),
        ParserRow("another protocol", "GET / ICE/1.0" + host, "400"),
        ParserRow("a longer name", "GET / IHTTP/1.0" + host, "400"),
    ]

    static let bareLines = [
        ParserRow("LF alone", "GET / HTTP/1.1\nHost: a\n\n", "400"),
        ParserRow("LF in the target", "GET /\nHTTP/1.1" + host, "400"),
        ParserRow("CR in the version", "GET / HTTP/\r\r1.1" + host, "400"),
    ]
}
