// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes
import Testing

@Suite struct CookiesTests {
    static let fields: [Row<String?, [String]>] = [
        Row("no field", nil, []),
        Row("an empty field", "", []),
        Row("one pair", "a=1", ["a=1"]),
        Row("pairs in order", "b=2; a=1; c=3", ["b=2", "a=1", "c=3"]),
        Row("no space after the semicolon", "a=1;b=2", ["a=1", "b=2"]),
        Row("duplicates are all in the sequence", "a=1; a=2", ["a=1", "a=2"]),
        Row("an empty value", "a=; b=2", ["a=", "b=2"]),
        Row("an equals sign in the value", "a=b=c==", ["a=b=c=="]),
        Row("quotes are stripped (RFC 6265 4.1.1)", #"a="x y""#, ["a=x y"]),
        Row("one quote is a value", #"a=""#, [#"a=""#]),
        Row("spaces around name and value", " a =  1 ;\tb=2", ["a=1", "b=2"]),
        Row("no percent-decoding", "a=%3B%20", ["a=%3B%20"]),
        Row("JSON of another application", #"a={"k":[1,2]}"#, [#"a={"k":[1,2]}"#]),
        Row("a pair without an equals sign is skipped", "flag; a=1", ["a=1"]),
        Row("a pair without a name is skipped", "=x; a=1", ["a=1"]),
        Row("a name with a space is skipped", "a b=1; c=2", ["c=2"]),
        Row("a name with brackets is skipped", "a[b]=1; c=2", ["c=2"]),
        Row("a control character in a value", "a=x\u{1}y; b=2; c=x\ny", ["b=2"]),
        Row("text beyond ASCII in a value", "a=žluť", ["a=žluť"]),
        Row("a combining mark after the quote", "a=\"\u{301}x\"", ["a=\u{301}x"]),
        Row("only separators", "; ;;=;", []),
    ]

    @Test(arguments: fields) func `a field becomes these pairs`(_ row: Row<String?, [String]>) {
        let cookies = Cookies(row.input)
        #expect(cookies.map { "\($0.name)=\($0.value)" } == row.output)
    }

    @Test func `the first of two cookies with one name wins`() {
        let cookies = Cookies("id=first; id=second")
        #expect(cookies["id"] == "first")
        #expect(cookies.count == 2)
    }

    @Test func `several fields are one list`() {
        #expect(Cookies([.cookie: "a=1", .cookie: "b=2"]).map(\.name) == ["a", "b"])
        #expect(Cookies([:]).isEmpty)
    }

    @Test func `a name is looked up with its case`() {
        let cookies = Cookies("Theme=dark")
        #expect(cookies["Theme"] == "dark")
        #expect(cookies["theme"] == nil)
    }

    @Test func `pairs beyond the limit are ignored`() {
        let limit = Cookies.maximumCount
        let field = (1...limit + 1).map { "c\($0)=\($0)" }.joined(separator: "; ")
        let cookies = Cookies(field)
        #expect(cookies.count == limit)
        #expect(cookies["c\(limit)"] == "\(limit)")
        #expect(cookies["c\(limit + 1)"] == nil)
    }
}
