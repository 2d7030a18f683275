// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import HTTPTypes
import Testing

@testable import FledgeHTTP

@Suite struct RequestTargetTests {
    struct Parts: Equatable, Sendable {
        var path: String
        var query: String?
        var authority: String?
        init(_ path: String, query: String? = nil, authority: String? = nil) {
            self.path = path
            self.query = query
            self.authority = authority
        }
    }

    private func parts(_ bytes: [UInt8], _ method: FledgeHTTP.Method) -> Parts? {
        guard
            let target = try? RequestTarget(
                parsing: bytes.withUnsafeBytes { HeadBytes.parsed($0) }, at: 0..<bytes.count,
                isOptions: method == .options, isConnect: method == .connect)
        else {
            return nil
        }
        let all = target.pathAndQuery
        let query =
            all.count > target.path.count ? String(all.dropFirst(target.path.count + 1)) : nil
        return Parts(target.path, query: query, authority: target.authority)
    }

    static let rows: [Row<String, Parts?>] = [
        Row("the root", "/", Parts("/")),
        Row("a path", "/a/b", Parts("/a/b")),
        Row("a query", "/a?b=c", Parts("/a", query: "b=c")),
        Row("a second question mark", "/a?b?c", Parts("/a", query: "b?c")),
        Row("an empty query", "/a?", Parts("/a", query: "")),
        Row("an empty segment", "//a", Parts("//a")),
        Row("dots stay", "/a/../b", Parts("/a/../b")),
        Row("escapes stay", "/a%2Fb%20c", Parts("/a%2Fb%20c")),
        Row("UTF-8 in escapes", "/%C3%A9", Parts("/%C3%A9")),
        Row(
            "what browsers leave unescaped", #"/a|"{}^`\?b=|"{}"#,
            Parts(#"/a|"{}^`\"#, query: #"b=|"{}"#)),
        Row("a malformed escape in the query", "/a?b=%zz", Parts("/a", query: "b=%zz")),
        Row(
            "absolute", "http://shop.example/a?b",
            Parts("/a", query: "b", authority: "shop.example")),
        Row(
            "absolute with a port", "http://shop.example:80/a",
            Parts("/a", authority: "shop.example:80")),
        Row(
            "absolute with an empty port", "http://shop.example:/a",
            Parts("/a", authority: "shop.example:")),
        Row("absolute over TLS", "https://shop.example/", Parts("/", authority: "shop.example")),
        Row("absolute in capitals", "HTTP://Shop.Example/", Parts("/", authority: "Shop.Example")),
        Row(
            "absolute without a path", "http://shop.example", Parts("/", authority: "shop.example")),
        Row(
            "absolute, only a query", "http://shop.example?b",
            Parts("/", query: "b", authority: "shop.example")),
        Row("absolute, IPv6", "http://[::1]:80/", Parts("/", authority: "[::1]:80")),
        Row("empty", "", nil),
        Row("no slash", "a", nil),
        Row("an asterisk", "*", nil),
        Row("a fragment", "/a#b", nil),
        Row("a fragment in the query", "/a?b#c", nil),
        Row("a fragment of an absolute one", "http://shop.example#a", nil),
        Row("a space", "/a b", nil),
        Row("a tab", "/a\tb", nil),
        Row("a line break", "/a\r\nb", nil),
        Row("NUL", "/a\u{0}", nil),
        Row("DEL", "/a\u{7F}", nil),
        Row("beyond ASCII", "/é", nil),
        Row("an escaped NUL", "/a%00", nil),
        Row("an unfinished escape", "/a%2", nil),
        Row("a lone percent sign", "/a%", nil),
        Row("no hexadecimal digits", "/a%zz", nil),
        Row("a sign in an escape", "/a%+1", nil),
        Row("escapes that are no UTF-8", "/%FF", nil),
        Row("an overlong slash", "/%C0%AF", nil),
        Row("an escaped surrogate", "/%ED%A0%80", nil),
        Row("another scheme", "ftp://shop.example/", nil),
        Row("no host", "http:///a", nil),
        Row("no host, only a port", "http://:80/", nil),
        Row("a user", "http://ada@shop.example/", nil),
        Row("a port that is too large", "http://shop.example:65536/", nil),
        Row("a port that is no number", "http://shop.example:http/", nil),
        Row("an open bracket", "http://[::1/", nil),
        Row("text after a bracket", "http://[::1]x/", nil),
        Row("a scheme alone", "http://", nil),
        Row("control characters for the colon", "http\u{1A}//shop.example/", nil),
        Row("control characters for the slashes", "http:\u{F}\u{F}shop.example/", nil),
        Row("host and port, as for CONNECT", "shop.example:443", nil),
    ]

    @Test(arguments: rows)
    func `a target is parsed like this`(row: Row<String, Parts?>) {
        #expect(parts(Array(row.input.utf8), .get) == row.output)
    }

    @Test func `an asterisk is for OPTIONS, and CONNECT is for nobody`() throws {
        #expect(try RequestTarget(parsing: "*", method: .options).isAsterisk)
        #expect(throws: RequestTarget.ParseError.self) {
            try RequestTarget(parsing: "*", method: .get)
        }
        #expect(throws: RequestTarget.ParseError.self) {
            try RequestTarget(parsing: "shop.example:443", method: .connect)
        }
    }

    @Test func `no bytes make the parser trap, and what passes can be decoded`() {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("/a%2Fé?#:@[]*http".utf8) + [0x00, 0x0D, 0x1A, 0xFF]
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...16, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            for prefix in [[], Array("http://a".utf8)] {
                guard let parts = parts(prefix + bytes, .get) else { continue }
                #expect(parts.path.hasPrefix("/"))
                #expect(PercentCoding.decode(parts.path) != nil)
            }
        }
    }
}

@Suite struct QueryTests {
    static let rows: [Row<String, [String]>] = [
        Row("empty", "", []),
        Row("a pair", "a=1", ["a=1"]),
        Row("several", "a=1&b=2", ["a=1", "b=2"]),
        Row("a bare name", "a", ["a"]),
        Row("an empty value", "a=", ["a="]),
        Row("an empty name", "=1", ["=1"]),
        Row("empty pairs are skipped", "&a=1&&b=2&", ["a=1", "b=2"]),
        Row("a second equals sign", "a=1=2", ["a=1=2"]),
        Row("a plus", "a+b=c+d", ["a b=c d"]),
        Row("escapes", "%61=%C3%A9%26%3D", ["a=é&="]),
        Row("an escaped plus", "a=%2B", ["a=+"]),
        Row("a malformed escape", "a=%zz%4", ["a=%zz%4!"]),
        Row("a percent sign at the end", "a=%", ["a=%!"]),
        Row("no UTF-8", "a=%FFb", ["a=\u{FFFD}b!"]),
        Row("a semicolon is no separator", "a=1;b=2", ["a=1;b=2"]),
        Row("brackets are a name", "a[]=1", ["a[]=1"]),
    ]

    @Test(arguments: rows)
    func `pairs are read like this`(row: Row<String, [String]>) {
        let pairs = Query(row.input).map { pair in
            pair.name + (pair.hasEqualsSign ? "=" + pair.value : "")
                + (pair.isWellFormed ? "" : "!")
        }
        #expect(pairs == row.output)
        #expect(Query(row.input).isEmpty == row.output.isEmpty)
        #expect(Query(row.input).pairCountBound >= pairs.count)
    }

    @Test func `values are found by name`() {
        let query = Query("a=1&b&a=2")
        #expect(query["a"] == "1")
        #expect(query["b"] == "")
        #expect(query["c"] == nil)
        #expect(query.values("a") == ["1", "2"])
    }
}
