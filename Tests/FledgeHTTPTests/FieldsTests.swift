// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import HTTPTypes
import Testing

@testable import FledgeHTTP

@Suite struct FieldsTests {
    @Test func `names are found in any case and keep the case they were given in`() {
        var fields = Fields()
        fields["x-TENANT"] = "a"
        #expect(fields["X-Tenant"] == "a")
        #expect(fields["x-tenant"] == "a")
        #expect(fields["x-tenan"] == nil)
        #expect(fields["x-tenant2"] == nil)
        #expect(fields.map(\.name) == ["x-TENANT"])
    }

    @Test func `only letters fold`() {
        var fields = Fields()
        fields["a^b"] = "1"
        fields["a~b"] = "2"
        fields["a@b"] = "refused"
        #expect(fields["a^b"] == "1")
        #expect(fields["a~b"] == "2")
        #expect(fields.count == 2)
        #expect(fields.firstRefused == "a@b")
    }

    @Test func `fields of one name are joined in order and can be told apart`() {
        var fields: Fields = [.accept: "a", .userAgent: "h", .accept: "b"]
        fields.append("c", for: .accept)
        #expect(fields[.accept] == "a, b, c")
        #expect(fields.values(.accept) == ["a", "b", "c"])
        #expect(fields.count(of: .accept) == 3)
        #expect(fields.map(\.value) == ["a", "h", "b", "c"])
    }

    @Test func `setting replaces all of a name, and nil removes them`() {
        var fields: Fields = [.accept: "a", .userAgent: "h", .accept: "b"]
        fields[.accept] = "c"
        #expect(fields.values(.accept) == ["c"])
        fields[.accept] = nil
        #expect(!fields.contains(.accept))
        #expect(fields.count == 1)
        fields[.userAgent] = nil
        #expect(fields.isEmpty)
    }

    @Test func `a copy is not changed with its original`() {
        var fields: Fields = [.accept: "a"]
        let copy = fields
        fields[.accept] = "b"
        fields.append("x", for: .userAgent)
        #expect(copy[.accept] == "a")
        #expect(copy.count == 1)
    }

    static let values: [Row<String, Bool>] = [
        Row("text", "a b", true), Row("empty", "", true), Row("a tab", "a\tb", true),
        Row(
            "all of visible ASCII",
            String((0x20...0x7E).map { Character(UnicodeScalar(UInt8($0))) }), true),
        Row("beyond ASCII", "é", true), Row("CR", "a\rb", false), Row("LF", "a\nb", false),
        Row("CR LF", "a\r\nb", false), Row("NUL", "a\u{0}", false), Row("ESC", "\u{1B}[0m", false),
        Row("DEL", "\u{7F}", false),
    ]

    @Test(arguments: values)
    func `a value that may not be sent is kept out and remembered`(row: Row<String, Bool>) {
        var fields: Fields = [.accept: "before"]
        fields[.accept] = row.input
        #expect(fields[.accept] == (row.output ? row.input : nil))
        #expect(fields.firstRefused == (row.output ? nil : "Accept"))
    }

    static let names: [Row<String, Bool>] = [
        Row("a token", "X-A!#$%&'*+.^_`|~1", true), Row("empty", "", false),
        Row("a space", "a b", false),
        Row("a colon", "a:b", false), Row("a line break", "a\r\nb", false),
        Row("beyond ASCII", "é", false),
    ]

    @Test(arguments: names)
    func `a name that is no token is kept out and remembered`(row: Row<String, Bool>) {
        var fields = Fields()
        fields[row.input] = "v"
        #expect((fields.count == 1) == row.output)
        #expect(fields.firstRefused == (row.output ? nil : row.input))
    }

    @Test func `a pseudo field of HTTP 2 is no field`() {
        guard let name = FieldName(parsed: ":status") else { return }
        var fields = Fields()
        fields[name] = "200"
        #expect(fields.isEmpty)
        #expect(fields.firstRefused == ":status")
    }

    @Test func `merging replaces by name, keeps repeats and what was refused`() {
        var fields: Fields = [.accept: "a", .userAgent: "h"]
        var other: Fields = [.accept: "b", .accept: "c"]
        other["X"] = "\n"
        fields.merge(other)
        #expect(fields.values(.accept) == ["b", "c"])
        #expect(fields[.userAgent] == "h")
        #expect(fields.firstRefused == "X")
    }

    @Test func `the description hides secrets`() {
        let fields: Fields = [
            .authorization: "s3cret", .cookie: "s3cret", .setCookie: "s3cret", .accept: "a",
        ]
        #expect(!fields.description.contains("s3cret"))
        #expect(fields.description.contains("Accept: a"))
    }
}
