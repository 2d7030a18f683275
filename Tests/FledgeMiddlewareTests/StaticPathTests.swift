// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeMiddleware

@Suite struct StaticPathTests {
    static let paths: [Row<String, [String]?>] = [
        Row("the root", "/", []),
        Row("a file", "/a.txt", ["a.txt"]),
        Row("a file in a folder", "/a/b/c.txt", ["a", "b", "c.txt"]),
        Row("a folder", "/a/", ["a"]),
        Row("escapes", "/caf%C3%A9%20b.txt", ["café b.txt"]),
        Row("a plus is a plus", "/a+b", ["a+b"]),
        Row("an escaped percent sign is decoded once", "/%252e%252e/x", ["%2e%2e", "x"]),
        Row("well-known (RFC 8615)", "/.well-known/security.txt", [".well-known", "security.txt"]),
        Row("well-known further down", "/a/.well-known/x", nil),
        Row("two dots inside a name", "/a..b", ["a..b"]),
        Row("up", "/../etc/passwd", nil),
        Row("up from inside", "/a/../../etc/passwd", nil),
        Row("up at the end", "/a/..", nil),
        Row("up, escaped dots", "/%2e%2e/x", nil),
        Row("up, one escaped dot", "/.%2E/x", nil),
        Row("up, escaped slash", "/..%2fx", nil),
        Row("an escaped slash", "/a%2Fb", nil),
        Row("up, backslash", "/..\\x", nil),
        Row("a backslash", "/a\\b", nil),
        Row("an escaped backslash", "/a%5cb", nil),
        Row("here", "/./a", nil),
        Row("three dots", "/.../a", nil),
        Row("overlong UTF-8", "/%c0%ae%c0%ae/x", nil),
        Row("overlong slash", "/a%c0%afb", nil),
        Row("half an escape", "/a%2", nil),
        Row("NUL", "/a%00.txt", nil),
        Row("a line break", "/a%0Ab", nil),
        Row("DEL", "/a%7f", nil),
        Row("two slashes at the start", "//etc/passwd", nil),
        Row("two slashes inside", "/a//b", nil),
        Row("two slashes at the end", "/a//", nil),
        Row("a dotfile", "/.env", nil),
        Row("a file in a dot folder", "/.git/config", nil),
        Row("a dotfile in a folder", "/a/.htpasswd", nil),
        Row("an escaped dotfile", "/%2egit/config", nil),
        Row("a dot at the end", "/a.txt.", nil),
        Row("a space at the end", "/a.txt%20", nil),
        Row("no slash", "a", nil),
        Row("empty", "", nil),
        Row("the server as a whole", "*", nil),
    ]

    @Test(arguments: paths) func `a path is names or nothing`(_ row: Row<String, [String]?>) {
        #expect(StaticPath(row.input)?.segments == row.output)
    }

    @Test func `a slash at the end means a folder`() {
        #expect(StaticPath("/a/")?.isFolder == true)
        #expect(StaticPath("/")?.isFolder == true)
        #expect(StaticPath("/a")?.isFolder == false)
    }

    @Test func `a prefix is whole segments`() {
        let prefix = ["assets"]
        #expect(
            StaticPath("/assets/a/")?.below(prefix) == StaticPath(segments: ["a"], isFolder: true))
        #expect(StaticPath("/assets")?.below(prefix) == StaticPath(segments: [], isFolder: false))
        #expect(StaticPath("/assets2/a")?.below(prefix) == nil)
        #expect(StaticPath("/a")?.below(prefix) == nil)
    }
}
