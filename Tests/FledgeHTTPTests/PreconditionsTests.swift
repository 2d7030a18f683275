// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes
import Testing

/// The steps are those of RFC 9110 13.2.2.
///
/// The current representation has the tag `"v7"` and was changed at `changed`.
@Suite struct PreconditionsTests {
    static let before = "Sun, 06 Nov 1994 08:49:36 GMT"
    static let changed = "Sun, 06 Nov 1994 08:49:37 GMT"
    static let after = "Sun, 06 Nov 1994 08:49:38 GMT"

    /// Decisions for a GET and for a PUT.
    static let rows: [Row<Preconditions, (Preconditions.Decision, Preconditions.Decision)>] = [
        Row("none", Preconditions(), (.proceed, .proceed)),
        Row("1: If-Match matches", Preconditions(ifMatch: #""a", "v7""#), (.proceed, .proceed)),
        Row("1: If-Match does not", Preconditions(ifMatch: #""v6""#), (.failed, .failed)),
        Row("1: If-Match is strong", Preconditions(ifMatch: #"W/"v7""#), (.failed, .failed)),
        Row("1: If-Match any", Preconditions(ifMatch: "*"), (.proceed, .proceed)),
        Row("1: If-Match malformed", Preconditions(ifMatch: "v7"), (.failed, .failed)),
        Row(
            "2: not changed since", Preconditions(ifUnmodifiedSince: changed), (.proceed, .proceed)),
        Row("2: changed since", Preconditions(ifUnmodifiedSince: before), (.failed, .failed)),
        Row("2: malformed date", Preconditions(ifUnmodifiedSince: "soon"), (.proceed, .proceed)),
        Row(
            "1 before 2", Preconditions(ifMatch: #""v7""#, ifUnmodifiedSince: before),
            (.proceed, .proceed)),
        Row(
            "3: If-None-Match matches", Preconditions(ifNoneMatch: #""v7""#),
            (.notModified, .failed)),
        Row(
            "3: If-None-Match is weak", Preconditions(ifNoneMatch: #"W/"v7""#),
            (.notModified, .failed)),
        Row(
            "3: If-None-Match does not", Preconditions(ifNoneMatch: #""v6""#), (.proceed, .proceed)),
        Row("3: If-None-Match any", Preconditions(ifNoneMatch: "*"), (.notModified, .failed)),
        Row("3: If-None-Match malformed", Preconditions(ifNoneMatch: "v7"), (.proceed, .failed)),
        Row(
            "4: not changed since", Preconditions(ifModifiedSince: changed),
            (.notModified, .proceed)),
        Row("4: asked later", Preconditions(ifModifiedSince: after), (.notModified, .proceed)),
        Row("4: changed since", Preconditions(ifModifiedSince: before), (.proceed, .proceed)),
        Row("4: malformed date", Preconditions(ifModifiedSince: "0"), (.proceed, .proceed)),
        Row(
            "3 before 4, it matches", Preconditions(ifNoneMatch: #""v7""#, ifModifiedSince: before),
            (.notModified, .failed)),
        Row(
            "3 before 4, it does not", Preconditions(ifNoneMatch: #""v6""#, ifModifiedSince: after),
            (.proceed, .proceed)),
        Row(
            "1 and 3", Preconditions(ifMatch: #""v7""#, ifNoneMatch: #""v7""#),
            (.notModified, .failed)),
        Row(
            "1 fails before 3", Preconditions(ifMatch: #""v6""#, ifNoneMatch: #""v7""#),
            (.failed, .failed)),
        Row(
            "2 fails before 4",
            Preconditions(ifModifiedSince: changed, ifUnmodifiedSince: before), (.failed, .failed)),
    ]

    @Test(arguments: rows) func `conditions decide in order`(
        _ row: Row<Preconditions, (Preconditions.Decision, Preconditions.Decision)>
    ) {
        let tag = EntityTag(opaque: "v7")
        let date = HTTPDate(Self.changed)
        let decide = { (method: HTTPRequest.Method) in
            row.input.evaluate(method: method, tag: tag, lastModified: date)
        }
        #expect(decide(.get) == row.output.0)
        #expect(decide(.head) == row.output.0)
        #expect(decide(.put) == row.output.1)
        #expect(decide(.delete) == row.output.1)
    }

    @Test func `conditions are taken from the fields of a request`() {
        let headers: Fields = [
            .ifMatch: "a", .ifNoneMatch: "b", .ifNoneMatch: "c", .ifModifiedSince: "d",
            .ifUnmodifiedSince: "e", .ifRange: "f",
        ]
        let expected = Preconditions(
            ifMatch: "a", ifNoneMatch: "b, c", ifModifiedSince: "d", ifUnmodifiedSince: "e",
            ifRange: "f")
        #expect(Preconditions(headers) == expected)
    }

    @Test func `without a representation * fails If-Match and lets If-None-Match create`() {
        let update = Preconditions(ifMatch: "*")
        let create = Preconditions(ifNoneMatch: "*")
        #expect(update.evaluate(method: .put, exists: false) == .failed)
        #expect(create.evaluate(method: .put, exists: false) == .proceed)
    }

    @Test func `a representation without validators matches no tag and no date`() {
        #expect(Preconditions(ifMatch: #""v7""#).evaluate(method: .put) == .failed)
        #expect(Preconditions(ifMatch: "*").evaluate(method: .put) == .proceed)
        #expect(Preconditions(ifNoneMatch: #""v7""#).evaluate(method: .get) == .proceed)
        #expect(Preconditions(ifModifiedSince: Self.after).evaluate(method: .get) == .proceed)
        #expect(Preconditions(ifUnmodifiedSince: Self.before).evaluate(method: .put) == .proceed)
    }

    static let ifRanges: [Row<String?, Bool>] = [
        Row("no field", nil, true),
        Row("the tag", #""v7""#, true),
        Row("another tag", #""v6""#, false),
        Row("a weak tag (RFC 9110 13.1.5)", #"W/"v7""#, false),
        Row("the date", changed, true),
        Row("an earlier date", before, false),
        Row("a later date", after, false),
        Row("malformed", "v7", false),
        Row("a list", #""v7", "v8""#, false),
    ]

    @Test(arguments: ifRanges) func `If-Range applies the range or not`(_ row: Row<String?, Bool>) {
        let preconditions = Preconditions(ifRange: row.input)
        let tag = EntityTag(opaque: "v7")
        let date = HTTPDate(Self.changed)
        #expect(preconditions.allowsRange(tag: tag, lastModified: date) == row.output)
    }

    @Test func `If-Range never matches a representation without validators`() {
        #expect(!Preconditions(ifRange: #""v7""#).allowsRange())
        #expect(!Preconditions(ifRange: Self.changed).allowsRange())
    }
}
