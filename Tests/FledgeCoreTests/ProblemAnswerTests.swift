// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Logging
import NIOCore
import Testing

private struct Broken: Error, CustomStringConvertible {
    var description: String { "the database password is s3cret" }
}

private enum ShopError: ProblemConvertible {
    case outOfStock
    var problem: Problem {
        Problem(.conflict, "It is sold out.", code: "out_of_stock", cause: Broken())
    }
}

private struct Unencodable: Encodable {
    func encode(to encoder: any Encoder) throws { throw Broken() }
}

private func makeApp(_ mode: Mode = .production, _ log: LogRecorder = LogRecorder()) -> App {
    let app = App(mode: mode, logger: log.logger)
    app.get("/broken") { _ in
        try failing(Broken())
    }
    app.get("/full") { _ in
        try failing(
            Problem(
                .unprocessableContent, "Two things.", type: "https://shop.example/problems/two",
                title: "Two \"things\"", code: "two",
                violations: [
                    .init(.pointer("/lines/0"), code: "type", "must be a number."),
                    .init(.parameter("page"), code: "missing", "is required."),
                ],
                extensions: ["balance": 30, "accounts": ["a", "b"], "status": "not this"],
                headers: [.retryAfter: "5", .wwwAuthenticate: "Basic", .wwwAuthenticate: "Bearer"]))
    }
    app.get("/stock") { _ in
        try failing(ShopError.outOfStock)
    }
    app.get("/cancelled") { _ in
        try failing(CancellationError())
    }
    app.get("/json") { _ in Response.json(Unencodable()) }
    app.get("/result") { _ in Unencodable() }
    app.get("/injected") { request in
        Response.text("body").header("X-Name", request.query["name"] ?? "")
    }
    app.get("/problem-injected") { _ in
        try failing(Problem(.conflict, headers: [.location: "a\r\nSet-Cookie: b"]))
    }
    app.get("/fault") { _ in
        try failing(Problem(.serviceUnavailable, "Try later.", cause: Broken()))
    }
    return app
}

@Suite struct ProblemAnswerTests {
    @Test func `a problem is sent as the members of RFC 9457, in order`() async throws {
        var request = try Request("/full")
        request.id = "r1"
        let answer = try await Answer(makeApp().build().respond(to: request))
        #expect(answer.status == 422)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.headers[.retryAfter] == "5")
        #expect(answer.headers.values(.wwwAuthenticate) == ["Basic", "Bearer"])
        #expect(
            answer.text == #"""
                {"type":"https://shop.example/problems/two","title":"Two \"things\"","status":422,\#
                "detail":"Two things.","code":"two","errors":[\#
                {"code":"type","message":"must be a number.","pointer":"/lines/0"},\#
                {"code":"missing","message":"is required.","parameter":"page"}],\#
                "accounts":["a","b"],"balance":30,"requestId":"r1"}
                """#)
    }

    @Test func `a problem with nothing said has the least members`() async throws {
        var request = try Request("/nope")
        request.id = "r1"
        let answer = try await Answer(makeApp().build().respond(to: request))
        #expect(
            answer.text == #"""
                {"type":"about:blank","title":"Not Found","status":404,\#
                "detail":"There is nothing at /nope.","requestId":"r1"}
                """#)
    }

    @Test func `an error of the domain says itself what it means`() async throws {
        let log = LogRecorder()
        let answer = try await makeApp(.production, log).answer(.get, "/stock")
        #expect(answer.status == 409)
        #expect(answer.text.contains(#""code":"out_of_stock""#))
        #expect(!answer.text.contains("s3cret"))
        #expect(log.lines.isEmpty)
    }

    static let uncaught = ["/broken", "/json", "/result"]

    @Test(arguments: uncaught)
    func `an uncaught error shows nothing in production, and is logged once`(path: String)
        async throws
    {
        for mode in [Mode.production, .test] {
            let log = LogRecorder()
            let answer = try await makeApp(mode, log).answer(.get, path)
            #expect(answer.status == 500)
            #expect(answer.text.contains(#""detail":"The server could not answer this request.""#))
            #expect(!answer.text.contains("s3cret"))
            #expect(log.lines.count == 1)
            let line = try #require(log.lines.first)
            #expect(line.level == .error)
            #expect("\(line.metadata["error"] ?? "")".contains("s3cret"))
            let id = "\(line.metadata["request-id"] ?? "")"
            #expect(answer.text.contains(#""requestId":"\#(id)""#))
            #expect(line.metadata["route"] == "\(path)")
        }
    }

    @Test func `an uncaught error shows its cause in development`() async throws {
        let answer = try await makeApp(.development).answer(.get, "/broken")
        #expect(answer.text.contains("Uncaught Broken: the database password is s3cret"))
    }

    @Test func `the cause of a problem is logged and never sent`() async throws {
        let log = LogRecorder()
        let answer = try await makeApp(.development, log).answer(.get, "/fault")
        #expect(answer.status == 503)
        #expect(!answer.text.contains("s3cret"))
        #expect(log.lines.count == 1)
    }

    @Test func `a cancelled request is 503 and no error in the log`() async throws {
        let log = LogRecorder()
        #expect(try await makeApp(.production, log).answer(.get, "/cancelled").status == 503)
        #expect(log.lines.isEmpty)
    }

    static let injections: [Row<String, Bool>] = [
        Row("a line break", "a%0D%0ASet-Cookie:%20b=c", false),
        Row("a line feed", "a%0Ab", false),
        Row("a carriage return", "a%0Db", false),
        Row("NUL", "a%00b", false),
        Row("DEL", "a%7Fb", false),
        Row("a tab", "a%09b", true),
        Row("letters beyond ASCII", "caf%C3%A9", true),
    ]

    @Test(arguments: injections)
    func `a header value that would break the message is never sent`(row: Row<String, Bool>)
        async throws
    {
        let log = LogRecorder()
        let answer = try await makeApp(.production, log).answer(.get, "/injected?name=\(row.input)")
        #expect(answer.status == (row.output ? 200 : 500))
        #expect((answer.headers["X-Name"] != nil) == row.output)
        #expect(answer.headers[.setCookie] == nil)
        #expect((answer.text == "body") == row.output)
        #expect(log.lines.count == (row.output ? 0 : 1))
    }

    @Test func `a header value of a problem is checked too`() async throws {
        let answer = try await makeApp().answer(.get, "/problem-injected")
        #expect(answer.status == 500)
        #expect(answer.headers[.location] == nil)
        #expect(answer.headers[.setCookie] == nil)
    }

    private static let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    static let accepts: [Row<String?, Bool>] = [
        Row("a browser", browser, true),
        Row("text/html", "text/html", true),
        Row("HTML as good as JSON", "application/json, text/html", true),
        Row("nothing", nil, false),
        Row("anything", "*/*", false),
        Row("any text", "text/*", false),
        Row("JSON", "application/json", false),
        Row("problems", "application/problem+json", false),
        Row("JSON before HTML", "application/json, text/html;q=0.9", false),
        Row("never HTML", "text/html;q=0, */*", false),
        Row("nonsense", ";;;", false),
    ]

    @Test(arguments: accepts)
    func `a page is for those who ask for it by name`(row: Row<String?, Bool>) async throws {
        var headers = Fields()
        headers[.accept] = row.input
        let answer = try await makeApp().answer(
            .get, "/<b>?a=1".replacing("<b>", with: "b"), headers: headers)
        let isPage = answer.headers[.contentType] == "text/html; charset=utf-8"
        #expect(isPage == row.output)
        #expect(answer.text.hasPrefix(row.output ? "<!DOCTYPE html>" : "{"))
        #expect(answer.headers[.vary] == "Accept")
    }

    @Test func `what a client sent is escaped in a page`() async throws {
        let answer = try await makeApp().answer(
            .get, "/a'b&c\"<script>", headers: [.accept: "text/html"])
        #expect(answer.status == 404)
        #expect(!answer.text.contains("<script>"))
        #expect(answer.text.contains("/a&#39;b&amp;c&quot;&lt;script&gt;"))
    }
}

@Suite struct CookieAnswerTests {
    static let hosts: [Row<String?, Bool>] = [
        Row("a name", "shop.example", true),
        Row("no host", nil, true),
        Row("localhost", "localhost", false),
        Row("localhost with a port", "localhost:3000", false),
        Row("a name below localhost", "shop.localhost:3000", false),
        Row("127.0.0.1", "127.0.0.1:3000", false),
        Row("::1", "[::1]:3000", false),
        Row("a name that ends alike", "notlocalhost", true),
        Row("a name that begins alike", "localhost.evil.example", true),
        Row("another loopback spelling", "127.0.0.1.evil.example", true),
    ]

    @Test(arguments: hosts)
    func `cookies are Secure except on localhost`(row: Row<String?, Bool>) async throws {
        let app = App(mode: .test)
        app.get("/") { _ in Response(.noContent).cookie(try SetCookie("a", "b")) }
        var headers = Fields()
        headers["Host"] = row.input
        let answer = try await app.answer(.get, "/", headers: headers)
        let field = try #require(answer.headers[.setCookie])
        #expect(field.contains("Secure") == row.output)
        #expect(field.contains("HttpOnly"))
        #expect(field.contains("SameSite=Lax"))
    }

    @Test func `cookies that came in several fields are read together`() async throws {
        let request = try Request("/", headers: [.cookie: "a=1; b=2", .cookie: "c=3"])
        #expect(request.cookies["b"] == "2")
        #expect(request.cookies["c"] == "3")
    }
}
