// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import Testing

@Suite struct AcceptTests {
    struct Choice: Sendable {
        let field: String?
        let offers: [String]
    }

    static let mediaTypes: [Row<Choice, String?>] = [
        Row("no field: the first offer", Choice(field: nil, offers: ["a/b", "c/d"]), "a/b"),
        Row("an empty field: the first offer", Choice(field: "", offers: ["a/b"]), "a/b"),
        Row("nothing valid in it", Choice(field: "a, /b;;=", offers: ["a/b"]), "a/b"),
        Row("no offers", Choice(field: "*/*", offers: []), nil),
        Row("not accepted", Choice(field: "text/html", offers: ["a/b"]), nil),
        Row(
            "the higher quality", Choice(field: "a/b;q=0.5, c/d;q=0.6", offers: ["a/b", "c/d"]),
            "c/d"),
        Row("no quality is 1", Choice(field: "a/b;q=0.9, c/d", offers: ["a/b", "c/d"]), "c/d"),
        Row("the order of the field", Choice(field: "c/d, a/b", offers: ["a/b", "c/d"]), "c/d"),
        Row("the order of the offers", Choice(field: "*/*", offers: ["a/b", "c/d"]), "a/b"),
        Row("a specific range first", Choice(field: "*/*, c/d", offers: ["a/b", "c/d"]), "c/d"),
        Row("quality 0 refuses", Choice(field: "*/*, a/b;q=0", offers: ["a/b", "c/d"]), "c/d"),
        Row("quality 0 refuses the only one", Choice(field: "a/b;q=0", offers: ["a/b"]), nil),
        Row(
            "the most specific range counts, not the best",
            Choice(
                field: "text/*;q=0.9, text/html;q=0.1, */*;q=0.5",
                offers: ["text/html", "a/b", "text/plain"]), "text/plain"),
        Row(
            "a browser",
            Choice(
                field: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                offers: ["application/json", "text/html; charset=utf-8"]),
            "text/html; charset=utf-8"),
        Row(
            "curl", Choice(field: "*/*", offers: ["application/json", "text/html"]),
            "application/json"),
        Row("case", Choice(field: "TEXT/Html;Q=0.1", offers: ["text/html"]), "text/html"),
        Row(
            "a comma in quotes", Choice(field: #"a/b;x="1,c/d", e/f"#, offers: ["c/d", "e/f"]),
            "e/f"),
        Row(
            "an invalid quality drops the element",
            Choice(field: "a/b;q=2, c/d;q=0.1", offers: ["a/b", "c/d"]), "c/d"),
    ]

    @Test(arguments: mediaTypes) func `the best media type is chosen`(_ row: Row<Choice, String?>) {
        let accept = Accept(row.input.field)
        let best = accept.best(of: row.input.offers.compactMap { MediaType($0) })
        #expect(best?.description == row.output)
    }

    /// The example of RFC 9110 12.5.1, with its table of results.
    @Test(arguments: [
        ("text/plain;format=flowed", 1), ("text/plain", 0.7), ("text/html", 0.3),
        ("image/jpeg", 0.5), ("text/plain;format=fixed", 0.4),
    ]) func `RFC 9110 12.5.1`(type: String, quality: Double) throws {
        let accept = Accept(
            "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, "
                + "text/plain;format=fixed;q=0.4, */*;q=0.5")
        #expect(accept.quality(of: try #require(MediaType(type))) == quality)
    }

    static let qualities: [Row<String, Double>] = [
        Row("1", "1", 1), Row("1.000", "1.000", 1), Row("0", "0", 0), Row("0.", "0.", 0),
        Row("three decimals", "0.123", 0.123), Row("one decimal", "0.5", 0.5),
        Row("four decimals are malformed", "0.1234", 0), Row("above one", "1.001", 0),
        Row("negative", "-1", 0), Row("words", "high", 0), Row("exponent", "1e-1", 0),
    ]

    @Test(arguments: qualities) func `a quality has three decimals`(_ row: Row<String, Double>) {
        // The second element keeps the list from being empty, which would accept everything.
        let accept = Accept("text/html;q=\(row.input), a/b")
        #expect(accept.quality(of: .html) == row.output)
    }

    static let encodings: [Row<Choice, String?>] = [
        Row(
            "no field: identity alone", Choice(field: nil, offers: ["br", "identity"]), "identity"),
        Row("empty: identity alone", Choice(field: "", offers: ["br", "identity"]), "identity"),
        Row(
            "the order of the offers", Choice(field: "gzip, deflate, br", offers: ["br", "gzip"]),
            "br"),
        Row(
            "a higher quality", Choice(field: "gzip;q=1, br;q=0.5", offers: ["br", "gzip"]), "gzip"),
        Row("identity is implied", Choice(field: "gzip", offers: ["br", "identity"]), "identity"),
        Row(
            "a coding wins over the implied identity",
            Choice(field: "gzip;q=0.2", offers: ["gzip", "identity"]), "gzip"),
        Row("identity can be refused", Choice(field: "identity;q=0", offers: ["identity"]), nil),
        Row("and by a star", Choice(field: "*;q=0", offers: ["identity"]), nil),
        Row("a star takes anything", Choice(field: "*", offers: ["br"]), "br"),
        Row("but not what is refused", Choice(field: "*, br;q=0", offers: ["br", "gzip"]), "gzip"),
        Row(
            "all refused leaves identity", Choice(field: "gzip;q=0", offers: ["gzip", "identity"]),
            "identity"),
        Row(
            "case and an old name (RFC 9110 8.4.1.3)",
            Choice(field: "X-GZip", offers: ["gzip"]), "gzip"),
    ]

    @Test(arguments: encodings) func `the best coding is chosen`(_ row: Row<Choice, String?>) {
        let accept = AcceptEncoding(row.input.field)
        #expect(accept.best(of: row.input.offers) == row.output)
    }

    static let languages: [Row<Choice, String?>] = [
        Row("no field", Choice(field: nil, offers: ["en", "de"]), "en"),
        Row("the higher quality", Choice(field: "en;q=0.5, de", offers: ["en", "de"]), "de"),
        Row(
            "a short wish and a long offer", Choice(field: "en", offers: ["de", "en-GB"]), "en-GB"),
        Row("a long wish and a short offer", Choice(field: "de-CH", offers: ["en", "de"]), "de"),
        Row(
            "the exact one before both",
            Choice(field: "en-GB", offers: ["en", "en-US", "en-GB"]), "en-GB"),
        Row("a prefix ends at a hyphen", Choice(field: "en", offers: ["enm"]), nil),
        Row("case", Choice(field: "EN-gb", offers: ["en-GB"]), "en-GB"),
        Row("a star", Choice(field: "fr, *;q=0.1", offers: ["de"]), "de"),
        Row("malformed elements", Choice(field: "-, e_n, de", offers: ["e_n", "de"]), "de"),
    ]

    @Test(arguments: languages) func `the best language is chosen`(_ row: Row<Choice, String?>) {
        let accept = AcceptLanguage(row.input.field)
        #expect(accept.best(of: row.input.offers) == row.output)
    }

    @Test func `elements beyond the limit are not read`() {
        let many = { (count: Int) in Array(repeating: "a/b", count: count).joined(separator: ",") }
        #expect(Accept(many(99) + ",text/html").quality(of: .html) == 1)
        #expect(Accept(many(100) + ",text/html").quality(of: .html) == 0)
    }
}
