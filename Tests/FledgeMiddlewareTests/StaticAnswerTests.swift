// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeMiddleware
import Foundation
import Testing

@Suite struct StaticAnswerTests {
    private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    private let site: Site
    private let app: App

    init() throws {
        site = try Site()
        try site.write("0123456789", to: "digits.txt")
        app = App.quiet()
        app.use(StaticFiles(site.path))
    }

    private func answer(_ target: String, _ headers: Fields = [:]) async throws -> Response {
        try await app.answer(.get, target, headers: headers)
    }

    // MARK: Conditions

    @Test func `a client that has the file gets 304 with the fields of caching`() async throws {
        let tag = try #require(try await answer("/digits.txt").headers[.eTag])
        for headers in [[.ifNoneMatch: tag], [.ifModifiedSince: Self.date]] as [Fields] {
            let response = try await answer("/digits.txt", headers)
            #expect(response.status == .notModified)
            #expect(response.body.isEmpty)
            #expect(response.headers[.eTag] == tag)
            #expect(response.headers[.cacheControl] == "public, max-age=0")
            #expect(response.headers[.vary] == "Accept-Encoding")
            #expect(response.headers[.contentType] == nil)
        }
    }

    @Test func `a file that changed has another tag`() async throws {
        let tag = try #require(try await answer("/digits.txt").headers[.eTag])
        try site.write("9876543210", to: "digits.txt", modified: Date(timeIntervalSince1970: 9e8))
        let response = try await answer("/digits.txt", [.ifNoneMatch: tag])
        #expect(response.status == .ok)
        #expect(response.headers[.eTag] != tag)
    }

    @Test func `a condition that fails is 412`() async throws {
        let response = try await answer(
            "/digits.txt", [.ifUnmodifiedSince: "Sun, 06 Nov 1994 08:49:36 GMT"])
        #expect(response.status == .preconditionFailed)
        #expect(try await response.text().contains("is not the version you know"))
    }

    @Test(arguments: [0, 1, 315_532_800])
    func `a time that a build tool made up is no validator`(seconds: Int) async throws {
        let time = Date(timeIntervalSince1970: TimeInterval(seconds))
        try site.write("built", to: "built.txt", modified: time)
        let response = try await answer("/built.txt", [.ifModifiedSince: Self.date])
        #expect(response.status == .ok)
        #expect(response.headers[.eTag] == nil)
        #expect(response.headers[.lastModified] == nil)
    }

    @Test func `a time in the future is not sent`() async throws {
        try site.write("x", to: "future.txt", modified: Date(timeIntervalSince1970: 32_503_680_000))
        let text = try #require(try await answer("/future.txt").headers[.lastModified])
        let date = try #require(HTTPDate(text))
        #expect(date.secondsSince1970 < 32_503_680_000)
    }

    // MARK: Ranges

    static let ranges: [Row<String, (Int, String?, String)>] = [
        Row("the first two", "bytes=0-1", (206, "bytes 0-1/10", "01")),
        Row("the last two", "bytes=-2", (206, "bytes 8-9/10", "89")),
        Row("from the middle", "bytes=5-", (206, "bytes 5-9/10", "56789")),
        Row("beyond the end", "bytes=8-100", (206, "bytes 8-9/10", "89")),
        Row("all of it", "bytes=0-", (206, "bytes 0-9/10", "0123456789")),
        Row("two that touch are one", "bytes=0-1,2-3", (206, "bytes 0-3/10", "0123")),
        Row("CVE-2022-31005", "bytes=1-9223372036854775807", (206, "bytes 1-9/10", "123456789")),
        Row("several get the whole", "bytes=0-1,8-9", (200, nil, "0123456789")),
        Row("malformed gets the whole", "bytes=9-0", (200, nil, "0123456789")),
        Row("another unit gets the whole", "lines=0-1", (200, nil, "0123456789")),
    ]

    @Test(arguments: ranges) func `a range selects bytes`(
        _ row: Row<String, (Int, String?, String)>
    ) async throws {
        let response = try await answer("/digits.txt", [.range: row.input])
        #expect(response.status.code == row.output.0)
        #expect(response.headers[.contentRange] == row.output.1)
        #expect(response.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(response.body.count == row.output.2.utf8.count)
        #expect(try await response.text() == row.output.2)
    }

    @Test func `a range behind the end is 416 and tells the size`() async throws {
        let response = try await answer("/digits.txt", [.range: "bytes=10-"])
        #expect(response.status == .rangeNotSatisfiable)
        #expect(response.headers[.contentRange] == "bytes */10")
    }

    @Test func `If-Range gives the part of the same version only`() async throws {
        let tag = try #require(try await answer("/digits.txt").headers[.eTag])
        let same = try await answer("/digits.txt", [.range: "bytes=0-1", .ifRange: Self.date])
        #expect(same.status == .partialContent)
        for validator in ["Sun, 06 Nov 1994 08:49:36 GMT", tag] {
            let other = try await answer("/digits.txt", [.range: "bytes=0-1", .ifRange: validator])
            #expect(other.status == .ok, "\(validator)")
        }
    }

    @Test func `HEAD takes no range`() async throws {
        let response = try await app.answer(.head, "/digits.txt", headers: [.range: "bytes=0-1"])
        #expect(response.status == .ok)
        #expect(response.headers[.contentLength] == "10")
    }

    // MARK: Compressed forms

    private func addForms() throws {
        try site.write("plain", to: "app.js")
        try site.write("brotli", to: "app.js.br")
        try site.write("gzip", to: "app.js.gz")
    }

    static let codings: [Row<String?, (String?, String)>] = [
        Row("none", nil, (nil, "plain")),
        Row("both: the smaller", "gzip, deflate, br", ("br", "brotli")),
        Row("gzip alone", "gzip", ("gzip", "gzip")),
        Row("a preference", "br;q=0.5, gzip", ("gzip", "gzip")),
        Row("identity before all", "identity, br;q=0.5", (nil, "plain")),
        Row("refused", "br;q=0, gzip;q=0", (nil, "plain")),
        Row("another one", "zstd", (nil, "plain")),
    ]

    @Test(arguments: codings) func `a compressed form is sent to who accepts it`(
        _ row: Row<String?, (String?, String)>
    ) async throws {
        try addForms()
        let response = try await answer(
            "/app.js", row.input.map { [.acceptEncoding: $0] } ?? [:])
        #expect(response.headers[.contentEncoding] == row.output.0)
        #expect(response.headers[.contentType] == "text/javascript; charset=utf-8")
        #expect(response.headers[.vary] == "Accept-Encoding")
        #expect(try await response.text() == row.output.1)
    }

    @Test func `forms have tags of their own`() async throws {
        try addForms()
        let plain = try await answer("/app.js").headers[.eTag]
        let packed = try await answer("/app.js", [.acceptEncoding: "br"]).headers[.eTag]
        #expect(plain != packed)
    }

    @Test func `a form that is missing leaves the next one`() async throws {
        try site.write("plain", to: "app.js")
        try site.write("gzip", to: "app.js.gz")
        let response = try await answer("/app.js", [.acceptEncoding: "br, gzip"])
        #expect(response.headers[.contentEncoding] == "gzip")
    }

    @Test func `a form older than the file is not sent`() async throws {
        try addForms()
        try site.write("new", to: "app.js", modified: Date(timeIntervalSince1970: 9e8))
        let response = try await answer("/app.js", [.acceptEncoding: "br"])
        #expect(response.headers[.contentEncoding] == nil)
        #expect(try await response.text() == "new")
    }

    @Test func `a form that is a link out is not sent`() async throws {
        try site.write("plain", to: "app.js")
        try site.link("app.js.br", to: "../secret.txt")
        let response = try await answer("/app.js", [.acceptEncoding: "br"])
        #expect(try await response.text() == "plain")
    }

    @Test func `pictures do not vary`() async throws {
        try site.write("png", to: "a.png")
        let response = try await answer("/a.png", [.acceptEncoding: "br"])
        #expect(response.headers[.vary] == nil)
    }
}
