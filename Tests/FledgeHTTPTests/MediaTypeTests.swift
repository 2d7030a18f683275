// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import Testing

@Suite struct MediaTypeTests {
    static let accepted: [Row<String, String>] = [
        Row("plain", "text/html", "text/html"),
        Row("case of names (RFC 9110 8.3.1)", "Text/HTML", "text/html"),
        Row("a parameter", "text/html;charset=utf-8", "text/html; charset=utf-8"),
        Row("case of the charset (8.3.2)", "text/html; Charset=UTF-8", "text/html; charset=utf-8"),
        Row("a quoted charset (8.3.2)", #"text/html; charset="utf-8""#, "text/html; charset=utf-8"),
        Row(
            "spaces around the semicolon (5.6.6)", "text/html \t; \tcharset=utf-8",
            "text/html; charset=utf-8"),
        Row("empty parameters (5.6.6)", "text/html;; ;a=b;", "text/html; a=b"),
        Row(
            "case of other values is kept", "multipart/form-data; boundary=aB",
            "multipart/form-data; boundary=aB"),
        Row("a quoted value that needs its quotes", #"a/b; c="x y\"z\\""#, #"a/b; c="x y\"z\\""#),
        Row("an empty quoted value", #"a/b; c="""#, #"a/b; c="""#),
        Row("a semicolon in quotes", #"a/b; c="d;e=f""#, #"a/b; c="d;e=f""#),
        Row("all token characters", "a!#$&-^_.+/b`|~%'*1", "a!#$&-^_.+/b`|~%'*1"),
    ]

    @Test(arguments: accepted) func `a valid type has one spelling`(_ row: Row<String, String>) {
        #expect(MediaType(row.input)?.description == row.output)
    }

    static let refused: [Row<String, Void>] = [
        Row("empty", "", ()),
        Row("no slash", "text", ()),
        Row("no subtype", "text/", ()),
        Row("no type", "/html", ()),
        Row("two slashes", "a/b/c", ()),
        Row("a leading space (CVE-2026-33806)", " application/json", ()),
        Row("text after a tab (CVE-2026-25223)", "application/json\ta", ()),
        Row("text after a space", "application/json a", ()),
        Row("a comma", "application/json, text/html", ()),
        Row("a space before the slash", "text /html", ()),
        Row("a wildcard", "*/*", ()),
        Row("a wildcard subtype", "text/*", ()),
        Row("a parameter without a value", "a/b; c", ()),
        Row("a parameter without a name", "a/b; =c", ()),
        Row("an empty unquoted value", "a/b; c=", ()),
        Row("spaces around the equals sign", "a/b; c = d", ()),
        Row("an open quote", #"a/b; c="d"#, ()),
        Row("an escape at the end", #"a/b; c="d\"#, ()),
        Row("text after a quoted value", #"a/b; c="d"e"#, ()),
        Row("a control character in quotes", "a/b; c=\"\u{1}\"", ()),
        Row("a parameter twice", "a/b; charset=utf-8; Charset=latin1", ()),
        Row("a line break", "text/html\r\nX: y", ()),
        Row("beyond ASCII", "text/hťml", ()),
    ]

    @Test(arguments: refused) func `anything else is refused`(_ row: Row<String, Void>) {
        #expect(MediaType(row.input) == nil)
    }

    @Test func `parts of a type are at hand`() throws {
        let type = try #require(MediaType("application/ld+json; profile=\"a b\"; charset=UTF-8"))
        #expect(type.type == "application")
        #expect(type.subtype == "ld+json")
        #expect(type.essence == "application/ld+json")
        #expect(type.suffix == "json")
        #expect(type.charset == "utf-8")
        #expect(type["profile"] == "a b")
        #expect(type["nothing"] == nil)
        #expect(MediaType.html.suffix == nil)
    }

    @Test func `types that mean the same are equal`() {
        #expect(MediaType("TEXT/html;charset=\"UTF-8\"") == .html)
        #expect(MediaType("text/html") != .html)
        #expect(MediaType("a/b; boundary=x") != MediaType("a/b; boundary=X"))
    }

    @Test func `JSON is known by its name and by its suffix`() {
        for text in ["application/json", "application/json; charset=utf-8", "image/x+json"] {
            #expect(MediaType(text)?.isJSON == true, "\(text)")
        }
        for text in [
            "text/json", "application/jsonp", "application/json-seq", "a/json+xml",
            "application/json; charset=utf-16",
        ] {
            #expect(MediaType(text)?.isJSON == false, "\(text)")
        }
    }

    static let ranges: [Row<(String, String), Bool>] = [
        Row("itself", ("text/html", "text/html"), true),
        Row("more parameters than asked", ("text/html; level=1", "text/html"), true),
        Row("a parameter that is missing", ("text/html", "text/html; level=1"), false),
        Row("another value", ("text/html; level=2", "text/html; level=1"), false),
        Row("all subtypes", ("text/html", "text/*"), true),
        Row("another type", ("image/png", "text/*"), false),
        Row("everything", ("image/png", "*/*"), true),
        Row("a suffix is no subtype", ("application/problem+json", "application/json"), false),
    ]

    @Test(arguments: ranges) func `a type lies in a range or not`(
        _ row: Row<(String, String), Bool>
    )
        throws
    {
        let type = try #require(MediaType(row.input.0))
        let range = try #require(MediaRange(row.input.1))
        #expect(type.matches(range) == row.output)
    }

    @Test func `a type is another one, perhaps with more parameters`() {
        #expect(MediaType("multipart/form-data; boundary=x")?.matches(.multipart) == true)
        #expect(MediaType.json.matches(.form) == false)
        #expect(["application/json"].compactMap(MediaType.init) == [.json])
    }

    @Test func `a half wildcard is not a range`() {
        #expect(MediaRange("*/html") == nil)
        #expect(MediaRange("*") == nil)
        #expect(MediaRange("text/") == nil)
    }

    @Test func `setting a parameter replaces it and quotes what it must`() {
        let boundary = MediaType.multipart.with("Boundary", "a b")
        #expect(boundary?.description == "multipart/form-data; boundary=\"a b\"")
        #expect(boundary?.with("boundary", "c")?.description == "multipart/form-data; boundary=c")
        #expect(MediaType.multipart.with("boundary", "a\r\nb") == nil)
        #expect(MediaType.multipart.with("a b", "c") == nil)
    }

    static let files: [Row<String, String?>] = [
        Row("html", "html", "text/html; charset=utf-8"),
        Row("upper case", "HTML", "text/html; charset=utf-8"),
        Row("js", "js", "text/javascript; charset=utf-8"),
        Row("mjs", "mjs", "text/javascript; charset=utf-8"),
        Row("css", "css", "text/css; charset=utf-8"),
        Row("md", "md", "text/markdown; charset=utf-8"),
        Row("json has no charset (RFC 8259)", "json", "application/json"),
        Row("map", "map", "application/json"),
        Row("wasm", "wasm", "application/wasm"),
        Row("webmanifest", "webmanifest", "application/manifest+json"),
        Row("woff2", "woff2", "font/woff2"),
        Row("avif", "avif", "image/avif"),
        Row("svg", "svg", "image/svg+xml"),
        Row("mp4", "mp4", "video/mp4"),
        Row("unknown", "xyz", nil),
        Row("empty", "", nil),
        Row("not an extension", "../html", nil),
    ]

    @Test(arguments: files) func `an extension has a type`(_ row: Row<String, String?>) {
        #expect(MediaType.forFileExtension(row.input)?.description == row.output)
    }
}
