// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Testing

private struct Expected: Sendable {
    var status: Int
    var text: String?
    var allow: String?
    var location: String?
    var length: Int?

    init(
        _ status: Int, _ text: String? = nil, allow: String? = nil, location: String? = nil,
        length: Int? = nil
    ) {
        self.status = status
        self.text = text
        self.allow = allow
        self.location = location
        self.length = length
    }
}

private func makeApp(_ trailingSlash: TrailingSlash = .ignore) -> App {
    let app = App(mode: .test, trailingSlash: trailingSlash)
    app.get("/") { _ in "home" }
    app.get("/users") { _ in "list" }
    app.post("/users") { _ in "create" }
    app.get("/users/me") { _ in "me" }
    app.get("/users/:id") { request in "user \(request.parameter("id") ?? "")" }
    app.delete("/users/:id") { request in "delete \(request.parameter("id") ?? "")" }
    app.get("/files/*path") { request in request.parameters("path").joined(separator: "|") }
    app.any("/any") { request in request.method.rawValue }
    app.on(.init("PURGE") ?? .get, "/cache") { "purged" }
    app.get("/later") { _ async in "later" }
    app.get("/nothing") { _ in String?.none }
    app.get("/slash/") { _ in "slash" }
    return app
}

@Suite struct RoutingAnswersTests {
    fileprivate static let rows: [Row<(String, String), Expected>] = [
        Row("the root", ("GET", "/"), .init(200, "home")),
        Row("a static route", ("GET", "/users"), .init(200, "list")),
        Row("the method decides", ("POST", "/users"), .init(200, "create")),
        Row("static before parameter", ("GET", "/users/me"), .init(200, "me")),
        Row("a dead end is backed out of", ("DELETE", "/users/me"), .init(200, "delete me")),
        Row("a parameter is decoded", ("GET", "/users/a%2Fb%20c"), .init(200, "user a/b c")),
        Row("a catch-all", ("GET", "/files/a/b%2Fc"), .init(200, "a|b/c")),
        Row("a catch-all needs a segment", ("GET", "/files/"), .init(404)),
        Row("a query does not change the path", ("GET", "/users?x=/a"), .init(200, "list")),
        Row("an asynchronous handler", ("GET", "/later"), .init(200, "later")),
        Row("nothing is there", ("GET", "/nope"), .init(404)),
        Row("a nil result", ("GET", "/nothing"), .init(404)),
        Row("case matters", ("GET", "/Users"), .init(404)),
        Row("an empty segment", ("GET", "//users"), .init(404)),
        Row("HEAD from GET", ("HEAD", "/users"), .init(200, "", length: 4)),
        Row("HEAD from an asynchronous GET", ("HEAD", "/later"), .init(200, "", length: 5)),
        Row("HEAD of nothing", ("HEAD", "/nope"), .init(404, "")),
        Row(
            "a wrong method", ("PUT", "/users"),
            .init(405, allow: "GET, HEAD, OPTIONS, POST")),
        Row(
            "a wrong method on a parameter", ("PATCH", "/users/7"),
            .init(405, allow: "DELETE, GET, HEAD, OPTIONS")),
        Row("OPTIONS", ("OPTIONS", "/users"), .init(204, "", allow: "GET, HEAD, OPTIONS, POST")),
        Row("OPTIONS of nothing", ("OPTIONS", "/nope"), .init(404)),
        Row(
            "OPTIONS *", ("OPTIONS", "*"),
            .init(204, "", allow: "DELETE, GET, HEAD, OPTIONS, POST, PURGE")),
        Row("a method that nobody knows", ("FROB", "/users"), .init(501)),
        Row("a method that nobody knows, nowhere", ("FROB", "/nope"), .init(501)),
        Row("methods are case-sensitive", ("get", "/users"), .init(501)),
        Row("a method that only one route knows", ("PURGE", "/cache"), .init(200, "purged")),
        Row("that method elsewhere", ("PURGE", "/nope"), .init(404)),
        Row("any", ("PATCH", "/any"), .init(200, "PATCH")),
        Row("any means any", ("FROB", "/any"), .init(200, "FROB")),
        Row("any answers OPTIONS itself", ("OPTIONS", "/any"), .init(200, "OPTIONS")),
        Row(
            "a known method without a route", ("TRACE", "/users"),
            .init(
                405, allow: "GET, HEAD, OPTIONS, POST")),
        Row("a slash at the end", ("GET", "/users/"), .init(200, "list")),
        Row("no slash at the end", ("GET", "/slash"), .init(200, "slash")),
    ]

    @Test(arguments: rows)
    fileprivate func `a request is answered like this`(row: Row<(String, String), Expected>)
        async throws
    {
        let method = try #require(Method(row.input.0))
        let answer = try await makeApp().answer(method, row.input.1)
        #expect(answer.status == row.output.status)
        if let text = row.output.text { #expect(answer.text == text) }
        #expect(answer.headers[.allow] == row.output.allow)
        if let length = row.output.length {
            #expect(answer.headers[.contentLength] == "\(length)")
        }
    }

    fileprivate static let slashRows: [Row<(TrailingSlash, String), Expected>] = [
        Row("ignore", (.ignore, "/users/"), .init(200, "list")),
        Row("strict refuses another form", (.strict, "/users/"), .init(404)),
        Row("strict takes the registered form", (.strict, "/slash/"), .init(200)),
        Row("strict refuses a missing slash", (.strict, "/slash"), .init(404)),
        Row("redirect removes", (.redirect, "/users/"), .init(308, location: "/users")),
        Row("redirect adds", (.redirect, "/slash"), .init(308, location: "/slash/")),
        Row(
            "redirect keeps the query", (.redirect, "/users/?a=%2F&b"),
            .init(308, location: "/users?a=%2F&b")),
        Row(
            "redirect keeps escapes", (.redirect, "/users/a%20b/"),
            .init(
                308, location: "/users/a%20b")),
        Row("redirect never leaves the host", (.redirect, "//evil.example/"), .init(404)),
        Row("the root has no other form", (.redirect, "/"), .init(200, "home")),
    ]

    @Test(arguments: slashRows)
    fileprivate func `a slash at the end is treated like this`(
        row: Row<(TrailingSlash, String), Expected>
    ) async throws {
        let answer = try await makeApp(row.input.0).answer(.get, row.input.1)
        #expect(answer.status == row.output.status)
        #expect(answer.headers[.location] == row.output.location)
    }

    @Test func `a redirect never begins with a slash and a backslash`() async throws {
        let app = App(mode: .test, trailingSlash: .redirect)
        app.get("/*path") { _ in "x" }
        let answer = try await app.answer(.get, #"/\evil.example/"#)
        #expect(answer.status == 308)
        #expect(answer.headers[.location] == "/%5Cevil.example")
    }

    @Test func `a thousand pairs pass and one more does not`() async throws {
        let pairs = Array(repeating: "a=1", count: 1_000).joined(separator: "&")
        #expect(try await makeApp().answer(.get, "/users?\(pairs)").status == 200)
        #expect(try await makeApp().answer(.get, "/users?\(pairs)&a=1").status == 400)
    }

    @Test func `the routes of an app are listed in order, with everything known`() throws {
        let app = App(mode: .test)
        app.use(Stamp("app"))
        app.get("/users/:id", name: "user", body: .kibibytes(2), use: Stamp("route")) { _ in "x" }
        app.group("/admin") { $0.post("/x") { _ in "y" } }
        let routes = try app.build().routes
        #expect(routes.map(\.pattern) == ["/users/:id", "/admin/x"])
        #expect(routes[0].method == .get)
        #expect(routes[0].name == "user")
        #expect(routes[0].bodyLimit == .kibibytes(2))
        #expect(routes[0].middleware == ["Stamp", "Stamp"])
        #expect(routes[0].location.fileID.hasSuffix("RoutingAnswersTests.swift"))
        #expect(routes[1].bodyLimit == .mebibytes(1))
    }

    static let paths: [Row<(String, [String: String]), String?>] = [
        Row("a value", ("user", ["id": "7"]), "/users/7"),
        Row("a value that is escaped", ("user", ["id": "a/b é"]), "/users/a%2Fb%20%C3%A9"),
        Row("no values needed", ("list", [:]), "/users"),
        Row("a value is missing", ("user", [:]), nil),
        Row("a value too many", ("list", ["id": "7"]), nil),
        Row("no such name", ("usr", ["id": "7"]), nil),
    ]

    @Test(arguments: paths)
    func `a URL is built from a name`(row: Row<(String, [String: String]), String?>) throws {
        let app = App(mode: .test)
        app.get("/users", name: "list") { _ in "" }
        app.get("/users/:id", name: "user") { _ in "" }
        let built = try app.build()
        #expect((try? built.path(to: row.input.0, row.input.1)) == row.output)
    }
}

/// Adds its name to a header on the way out.
struct Stamp: SyncMiddleware {
    let name: String
    init(_ name: String) { self.name = name }
    func before(_ request: inout Request) -> Response? { nil }
    func after(_ request: Request, _ response: inout Response) {
        let others = response.headers["X-Stamps"].map { $0 + " " } ?? ""
        response.headers["X-Stamps"] = others + name
    }
}
