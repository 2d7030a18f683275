// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import Testing

@Suite struct EntityTagTests {
    static let tags: [Row<String, String?>] = [
        Row("strong", #""xyzzy""#, #""xyzzy""#),
        Row("weak", #"W/"xyzzy""#, #"W/"xyzzy""#),
        Row("empty (RFC 9110 8.8.3)", #""""#, #""""#),
        Row("a backslash is no escape", #""a\""#, #""a\""#),
        Row("a comma", #""a,b""#, #""a,b""#),
        Row("beyond ASCII", "\"ž\"", "\"ž\""),
        Row("no quotes", "xyzzy", nil),
        Row("a small w", #"w/"x""#, nil),
        Row("an open quote", #""x"#, nil),
        Row("a space", #""a b""#, nil),
        Row("a control character", "\"a\u{7F}\"", nil),
        Row("text after", #""a"b"#, nil),
        Row("a list", #""a", "b""#, nil),
        Row("nothing", "", nil),
    ]

    @Test(arguments: tags) func `a tag is read strictly`(_ row: Row<String, String?>) {
        #expect(EntityTag(row.input)?.description == row.output)
    }

    @Test func `a tag is not made from text it cannot carry`() {
        #expect(EntityTag(opaque: "a\"b") == nil)
        #expect(EntityTag(opaque: "a b") == nil)
        #expect(EntityTag(opaque: "a\r\nb") == nil)
        #expect(EntityTag(opaque: "v7", isWeak: true)?.description == #"W/"v7""#)
    }

    /// The table of RFC 9110 8.8.3.2.
    @Test(arguments: [
        (#"W/"1""#, #"W/"1""#, false, true), (#"W/"1""#, #"W/"2""#, false, false),
        (#"W/"1""#, #""1""#, false, true), (#""1""#, #""1""#, true, true),
    ]) func `RFC 9110 8.8.3.2`(_ one: String, _ two: String, _ strong: Bool, _ weak: Bool) throws {
        let (one, two) = (try #require(EntityTag(one)), try #require(EntityTag(two)))
        #expect(one.matchesStrongly(two) == strong)
        #expect(two.matchesStrongly(one) == strong)
        #expect(one.matchesWeakly(two) == weak)
    }

    @Test func `different spellings of one letter are different tags`() throws {
        let composed = try #require(EntityTag(opaque: "\u{E9}"))
        let decomposed = try #require(EntityTag(opaque: "e\u{301}"))
        #expect(!composed.matchesWeakly(decomposed))
    }

    static let lists: [Row<String, [String]?>] = [
        Row("one", #""a""#, [#""a""#]),
        Row("several", #""a", W/"b" ,"c""#, [#""a""#, #"W/"b""#, #""c""#]),
        Row("a comma inside a tag", #""a,b","c""#, [#""a,b""#, #""c""#]),
        Row("empty elements (RFC 9110 5.6.1.2)", #", ,"a",, "b","#, [#""a""#, #""b""#]),
        Row("any", " * ", ["*"]),
        Row("any and a tag", #"*, "a""#, nil),
        Row("a tag without quotes", #""a", b"#, nil),
        Row("no comma", #""a" "b""#, nil),
        Row("an open quote", #""a", "b"#, nil),
        Row("empty", "", nil),
        Row("commas", ",,", nil),
    ]

    @Test(arguments: lists) func `a list is read whole or not at all`(_ row: Row<String, [String]?>)
    {
        let list: [String]? =
            switch EntityTagList(row.input) {
            case nil: nil
            case .any: ["*"]
            case .tags(let tags): tags.map(\.description)
            }
        #expect(list == row.output)
    }
}
