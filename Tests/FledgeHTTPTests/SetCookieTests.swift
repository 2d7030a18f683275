// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import Testing

@Suite struct SetCookieTests {
    @Test func `the defaults are the safe ones`() throws {
        let cookie = try SetCookie("id", "7")
        #expect(
            cookie.fieldValue(secureDefault: true)
                == "id=7; Path=/; Secure; HttpOnly; SameSite=Lax")
    }

    @Test func `every attribute is written`() throws {
        let cookie = try SetCookie(
            "id", "7", path: "/shop", domain: "shop.example", maxAge: .seconds(60),
            expires: HTTPDate(secondsSince1970: 784_111_777), secure: true, httpOnly: false,
            sameSite: SetCookie.SameSite.none, partitioned: true)
        #expect(
            cookie.fieldValue(secureDefault: false)
                == "id=7; Max-Age=60; Expires=Sun, 06 Nov 1994 08:49:37 GMT; Domain=shop.example; "
                + "Path=/shop; Secure; SameSite=None; Partitioned")
    }

    @Test func `an automatic secure follows the answer`() throws {
        let cookie = try SetCookie("id", "7", path: nil, httpOnly: false, sameSite: nil)
        #expect(cookie.fieldValue(secureDefault: true) == "id=7; Secure")
        #expect(cookie.fieldValue(secureDefault: false) == "id=7")
    }

    @Test func `an explicit secure wins over the answer`() throws {
        let off = try SetCookie("id", "7", path: nil, secure: false, httpOnly: false, sameSite: nil)
        #expect(off.fieldValue(secureDefault: true) == "id=7")
    }

    @Test func `secure is on wherever a rule demands it`() throws {
        let cookies = [
            try SetCookie("__Host-id", "7"),
            try SetCookie("__secure-id", "7", domain: "a.example"),
            try SetCookie("id", "7", sameSite: SetCookie.SameSite.none),
            try SetCookie("id", "7", partitioned: true),
        ]
        for cookie in cookies {
            #expect(cookie.secure == true, "\(cookie.name)")
        }
    }

    static let durations: [Row<Duration, String>] = [
        Row("seconds", .seconds(86_400), "86400"),
        Row("a part of a second is rounded up, not to zero", .milliseconds(1), "1"),
        Row("zero deletes", .zero, "0"),
        Row("less than zero deletes", .seconds(-5), "0"),
        Row("a little less than zero deletes", .milliseconds(-1), "0"),
        Row(
            "more than there are seconds",
            Duration(secondsComponent: .max, attosecondsComponent: 1),
            "9223372036854775807"),
    ]

    @Test(arguments: durations) func `Max-Age is whole seconds`(_ row: Row<Duration, String>) throws
    {
        let cookie = try SetCookie("a", "", maxAge: row.input)
        #expect(cookie.fieldValue(secureDefault: false).hasPrefix("a=; Max-Age=\(row.output); "))
    }

    @Test func `deleting expires in both ways and keeps the rules of the prefix`() throws {
        let cookie = try SetCookie.deleting("__Host-id")
        #expect(
            cookie.fieldValue(secureDefault: false)
                == "__Host-id=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; Secure; "
                + "HttpOnly; SameSite=Lax")
    }

    @Test func `deleting repeats path, domain and partition`() throws {
        let cookie = try SetCookie.deleting(
            "id", path: "/a", domain: "a.example", partitioned: true)
        let text = cookie.fieldValue(secureDefault: false)
        #expect(text.contains("; Domain=a.example; Path=/a; Secure;"))
        #expect(text.hasSuffix("; Partitioned"))
    }

    // MARK: What cannot be expressed

    static let values: [Row<String, SetCookieError.Code?>] = [
        Row("base64url", "aGk_-", nil),
        Row("every other octet of RFC 6265bis 4.1.1", "!#$%&'()*+-./09:<=>?@AZ[]^_`az{|}~", nil),
        Row("empty", "", nil),
        Row("a semicolon adds an attribute", "x; Domain=evil.example", .invalidValue),
        Row("a line break adds a field", "x\r\nSet-Cookie: a=b", .invalidValue),
        Row("a line feed", "x\ny", .invalidValue),
        Row("NUL", "x\0y", .invalidValue),
        Row("a space", "a b", .invalidValue),
        Row("a comma", "a,b", .invalidValue),
        Row("a quote", "a\"b", .invalidValue),
        Row("a backslash", "a\\b", .invalidValue),
        Row("DEL", "a\u{7F}", .invalidValue),
        Row("beyond ASCII", "žluť", .invalidValue),
        Row("as much as fits", String(repeating: "x", count: 4095), nil),
        Row("a byte more", String(repeating: "x", count: 4096), .tooLarge),
    ]

    @Test(arguments: values) func `a value is checked`(_ row: Row<String, SetCookieError.Code?>) {
        #expect(code { () throws(SetCookieError) in try SetCookie("n", row.input) } == row.output)
    }

    static let names: [Row<String, SetCookieError.Code?>] = [
        Row("a token", "sid.v2", nil),
        Row("empty", "", .invalidName),
        Row("an equals sign", "a=b", .invalidName),
        Row("a semicolon", "a;b", .invalidName),
        Row("a space", "a b", .invalidName),
        Row("a line break", "a\r\nb", .invalidName),
        Row("beyond ASCII", "é", .invalidName),
    ]

    @Test(arguments: names) func `a name is checked`(_ row: Row<String, SetCookieError.Code?>) {
        #expect(code { () throws(SetCookieError) in try SetCookie(row.input, "v") } == row.output)
    }

    static let paths: [Row<String, SetCookieError.Code?>] = [
        Row("the whole site", "/", nil),
        Row("a folder", "/a/b%3B", nil),
        Row("empty", "", .invalidPath),
        Row("no slash", "a", .invalidPath),
        Row("a semicolon", "/;Secure", .invalidPath),
        Row("a line break", "/\r\n", .invalidPath),
        Row("1,024 bytes", "/" + String(repeating: "x", count: 1023), nil),
        Row("1,025 bytes", "/" + String(repeating: "x", count: 1024), .tooLarge),
    ]

    @Test(arguments: paths) func `a path is checked`(_ row: Row<String, SetCookieError.Code?>) {
        let code = code { () throws(SetCookieError) in try SetCookie("n", "v", path: row.input) }
        #expect(code == row.output)
    }

    static let domains: [Row<String, SetCookieError.Code?>] = [
        Row("a host name", "shop.example", nil),
        Row("empty", "", .invalidDomain),
        Row("a leading dot", ".shop.example", .invalidDomain),
        Row("a port", "shop.example:80", .invalidDomain),
        Row("a semicolon", "a;b", .invalidDomain),
        Row("beyond ASCII", "žluť.example", .invalidDomain),
        Row("too long", String(repeating: "x", count: 1025), .tooLarge),
    ]

    @Test(arguments: domains) func `a domain is checked`(_ row: Row<String, SetCookieError.Code?>) {
        let code = code { () throws(SetCookieError) in try SetCookie("n", "v", domain: row.input) }
        #expect(code == row.output)
    }

    @Test func `__Host- refuses another path, a domain and a plain connection, all at once`() {
        #expect {
            try SetCookie("__Host-id", "7", path: "/a", domain: "a.example", secure: false)
        } throws: { error in
            "\(error)" == "Browsers refuse the cookie \"__Host-id\": its prefix __Host- makes a "
                + "promise that its attributes break. To keep it, leave `secure` out or set it to "
                + "true and leave `domain` out and set `path` to \"/\"."
        }
    }

    @Test func `prefixes are recognised in any case, as browsers do`() {
        for name in ["__host-a", "__HOST-a", "__Secure-a", "__sEcUrE-a"] {
            let code = code { () throws(SetCookieError) in
                try SetCookie(name, "7", secure: false)
            }
            #expect(code == .brokenPrefixRule, "\(name)")
        }
    }

    @Test func `SameSite=None and Partitioned need Secure`() {
        let crossSite = code { () throws(SetCookieError) in
            try SetCookie("a", "b", secure: false, sameSite: SetCookie.SameSite.none)
        }
        let partitioned = code { () throws(SetCookieError) in
            try SetCookie("a", "b", secure: false, partitioned: true)
        }
        #expect(crossSite == .needsSecure)
        #expect(partitioned == .needsSecure)
    }

    @Test func `a message says what to do and never shows the value`() {
        #expect {
            try SetCookie("token", "secret value")
        } throws: { error in
            "\(error)" == "The value of the cookie \"token\" holds a space, which a cookie cannot "
                + "carry. Encode the value first, for example as base64url, and decode it where "
                + "you read it."
        }
    }

    private func code(
        _ make: () throws(SetCookieError) -> SetCookie
    ) -> SetCookieError.Code? {
        do {
            _ = try make()
            return nil
        } catch {
            return error.code
        }
    }
}
