// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Testing

/// Each bound of `Limits` that the parser keeps, at n and at n + 1.
@Suite struct `The bounds of a request` {
    private var limits: Limits {
        var limits = Limits()
        limits.requestLine = 40
        limits.headerField = 30
        limits.headerFields = 4
        limits.headerBlock = 60
        limits.chunkExtension = 10
        limits.chunkExtensions = 15
        limits.trailers = 20
        return limits
    }

    private func verdict(_ text: String) -> String? {
        Transcript.of([ParserRow.bytes(text)], limits: limits).last.map { String($0.prefix(4)) }
    }

    private func line(_ length: Int) -> String {
        "GET /" + String(repeating: "a", count: length - 14) + " HTTP/1.1"
    }

    private func chunked(_ body: String) -> String {
        "GET / HTTP/1.1⏎Host: a⏎Transfer-Encoding: chunked⏎⏎" + body
    }

    @Test func `hold for the request line`() {
        #expect(verdict(line(40) + "⏎Host: a⏎⏎") == "GET ")
        #expect(verdict(line(41) + "⏎Host: a⏎⏎") == "414")
        #expect(verdict("GET /" + String(repeating: "a", count: 100)) == "414")
    }

    @Test func `hold for one field`() {
        let value = String(repeating: "v", count: 28)
        #expect(verdict("GET / HTTP/1.1⏎Host: a⏎X:\(value)⏎⏎") == "GET ")
        #expect(verdict("GET / HTTP/1.1⏎Host: a⏎X:\(value)v⏎⏎") == "431")
    }

    @Test func `hold for the number of fields`() {
        #expect(verdict("GET / HTTP/1.1⏎Host: a⏎a:⏎b:⏎c:⏎⏎") == "GET ")
        #expect(verdict("GET / HTTP/1.1⏎Host: a⏎a:⏎b:⏎c:⏎d:⏎⏎") == "431")
    }

    @Test func `hold for all fields together`() {
        // 9 bytes of Host and 2 of each CR LF count too.
        let value = String(repeating: "v", count: 20)
        #expect(verdict("GET / HTTP/1.1⏎Host: a⏎a:\(value)⏎b:\(value)⏎⏎") == "GET ")
        #expect(verdict("GET / HTTP/1.1⏎Host: a⏎a:\(value)⏎b:\(value)vvvvvv⏎⏎") == "431")
    }

    @Test func `hold for the extensions of one chunk`() {
        #expect(verdict(chunked("1;23456789a⏎x⏎0⏎⏎")) == "body")
        #expect(verdict(chunked("1;23456789ab⏎x⏎0⏎⏎")) == "400")
        #expect(verdict(chunked("1;" + String(repeating: "a", count: 30) + "⏎x⏎0⏎⏎")) == "400")
    }

    @Test func `hold for all extensions of a request`() {
        #expect(verdict(chunked("1;234567⏎x⏎0;234567⏎⏎")) == "body")
        #expect(verdict(chunked("1;2345678⏎x⏎0;2345678⏎⏎")) == "400")
    }

    @Test func `hold for the trailers`() {
        #expect(verdict(chunked("0⏎a:12345678⏎b:12345678⏎⏎")) == "body")
        #expect(verdict(chunked("0⏎a:12345678⏎b:123456789⏎⏎")) == "431")
    }
}
