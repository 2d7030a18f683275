// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Foundation
import NIOCore
import Testing

private enum Plan: String, Codable { case free, paid }

private struct SignUp: Codable {
    var name: String
    var age: Int?
    var plan: Plan?
    var tags: [String]
    var plans: [Plan]?
    var born: Date?
    var price: Decimal?
    var terms: Bool?
}

private struct Nested: Codable {
    struct Inner: Codable { var a: Int }
    var inner: Inner
}

/// Handlers that take bodies in every form, synchronous and not.
private struct Bodies: Controller {
    static func register(on routes: ControllerRoutes<Bodies>) {
        let form = [HandlerParameter("body", SignUp.self, .body)]
        routes.on(.init(.post, "/sync", handler: "sync", parameters: form)) { _, input in
            try input.body(SignUp.self).name
        }
        routes.on(.init(.post, "/async", handler: "async", parameters: form)) {
            _, input async throws in
            try await input.body(SignUp.self).name
        }
        routes.on(
            .init(
                .post, "/sync-text", handler: "text",
                parameters: [.init("body", String.self, .body)], body: 10)
        ) {
            _, input in try input.body(String.self)
        }
        routes.on(
            .init(
                .post, "/optional", handler: "optional",
                parameters: [.init("body", SignUp?.self, .body)])
        ) {
            _, input async throws in try await input.body(SignUp?.self)?.name ?? "none"
        }
        routes.on(
            .init(
                .post, "/sync-optional", handler: "optional",
                parameters: [.init("body", SignUp?.self, .body)])
        ) {
            _, input in try input.body(SignUp?.self)?.name ?? "none"
        }
        routes.on(
            .init(
                .post, "/bytes", handler: "bytes", parameters: [.init("body", [UInt8].self, .body)])
        ) {
            _, input async throws in try await input.body([UInt8].self).count
        }
    }
}

@Suite struct FormBodyTests {
    private static let form: Fields = [.contentType: "application/x-www-form-urlencoded"]

    private func app() -> App {
        let app = App(mode: .test)
        app.post("/") { request in try await request.form(SignUp.self) }
        app.post("/nested") { request in try await request.form(Nested.self) }
        app.use("/bodies", Bodies())
        return app
    }

    static let rows: [Row<String, (Int, String)>] = [
        Row("the least", "name=Ada", (200, #"{"name":"Ada","tags":[]}"#)),
        Row(
            "a plus and escapes", "name=Ada+L%C3%B6we%2B", (200, #"{"name":"Ada Löwe+","tags":[]}"#)
        ),
        Row("a list", "name=a&tags=x&tags[]=y", (200, #"{"name":"a","tags":["x","y"]}"#)),
        Row(
            "a list of enums", "name=a&plans=free&plans=paid",
            (200, #"{"name":"a","plans":["free","paid"],"tags":[]}"#)),
        Row("an enum", "name=a&plan=paid", (200, #"{"name":"a","plan":"paid","tags":[]}"#)),
        Row("a number", "name=a&age=7", (200, #"{"age":7,"name":"a","tags":[]}"#)),
        Row("an empty optional", "name=a&age=&plan=&born=", (200, #"{"name":"a","tags":[]}"#)),
        Row(
            "a date", "name=a&born=2026-11-22",
            (200, #"{"born":"2026-11-22T00:00:00Z","name":"a","tags":[]}"#)),
        Row("a price", "name=a&price=12.50", (200, #"{"name":"a","price":12.5,"tags":[]}"#)),
        Row("a checkbox", "name=a&terms=on", (200, #"{"name":"a","tags":[],"terms":true}"#)),
        Row("an empty text", "name=", (200, #"{"name":"","tags":[]}"#)),
        Row("a missing field", "age=7", (422, #""pointer":"/name""#)),
        Row("nothing", "", (422, #""pointer":"/name""#)),
        Row("no number", "name=a&age=x", (422, "'age' must be a whole number.")),
        Row("no case", "name=a&plan=gold", (422, #""pointer":"/plan""#)),
        Row("no case in a list", "name=a&plans=free&plans=gold", (422, #""pointer":"/plans""#)),
        Row("no date", "name=a&born=x", (422, "'born' must be a date")),
        Row("given twice", "name=a&name=b", (422, "'name' was given 2 times")),
        Row("a broken escape", "name=%zz", (422, #""code":"encoding""#)),
        Row("no UTF-8", "name=%FF", (422, #""code":"encoding""#)),
    ]

    @Test(arguments: rows)
    func `a form is decoded like this`(row: Row<String, (Int, String)>) async throws {
        for body in [Body(row.input), streamed(row.input)] {
            let answer = try await app().answer(.post, "/", headers: Self.form, body: body)
            #expect(answer.status == row.output.0)
            #expect(answer.text.contains(row.output.1), "\(answer.text)")
        }
    }

    @Test func `an object in a form is refused`() async throws {
        let answer = try await app().answer(.post, "/nested", headers: Self.form, body: "inner=1")
        #expect(answer.status == 422)
        #expect(answer.text.contains("'inner'"))
        let missing = try await app().answer(
            .post, "/nested", headers: Self.form, body: "inner[a]=1")
        #expect(missing.status == 422)
    }

    @Test func `a thousand fields pass and one more does not`() async throws {
        let fields = "name=a" + String(repeating: "&x=1", count: 999)
        #expect(
            try await app().answer(.post, "/", headers: Self.form, body: Body(fields)).status == 200
        )
        #expect(
            try await app().answer(.post, "/", headers: Self.form, body: Body(fields + "&x=1"))
                .status == 400)
    }

    static let paths = [
        "/bodies/sync", "/bodies/async", "/bodies/optional", "/bodies/sync-optional",
    ]

    @Test(arguments: paths)
    func `a handler's body is decoded by its media type, buffered or not`(path: String) async throws
    {
        let json: Fields = [.contentType: "application/json"]
        for isMixed in [false, true] {
            let app = App(mode: .test)
            if isMixed { app.use(Passing()) }
            app.use("/bodies", Bodies())
            for body in [Body("name=Ada"), streamed("name=", "Ada")] {
                #expect(
                    try await app.answer(.post, path, headers: Self.form, body: body).text == "Ada")
            }
            let text = #"{"name":"Ada","tags":[]}"#
            for body in [Body(text), streamed(text)] {
                #expect(try await app.answer(.post, path, headers: json, body: body).text == "Ada")
                #expect(
                    try await app.answer(
                        .post, path, headers: [.contentType: "text/csv"], body: body
                    ).status == 415)
            }
        }
    }

    @Test(arguments: ["/bodies/optional", "/bodies/sync-optional"])
    func `an optional body may be missing, even when that shows only at its end`(path: String)
        async throws
    {
        for body in [Body.empty, streamed()] {
            #expect(try await app().answer(.post, path, body: body).text == "none")
        }
    }

    @Test func `the limit of a route holds for synchronous handlers, inside their middleware`()
        async throws
    {
        for isMixed in [false, true] {
            let app = App(mode: .test)
            app.use(Stamp("a"))
            if isMixed { app.use(Passing()) }
            app.use("/bodies", Bodies())
            for (text, status) in [("0123456789", 200), ("0123456789a", 413)] {
                for body in [
                    Body(text), streamed(String(text.prefix(4)), String(text.dropFirst(4))),
                ] {
                    let answer = try await app.answer(.post, "/bodies/sync-text", body: body)
                    #expect(answer.status == status)
                    #expect(answer.headers["X-Stamps"] == "a")
                }
            }
        }
    }

    @Test func `bytes of any media type`() async throws {
        let answer = try await app().answer(
            .post, "/bodies/bytes", body: Body([0xFF, 0x00] as [UInt8]))
        #expect(answer.text == "2")
    }

    @Test func `text that is no UTF-8 is 400`() async throws {
        let answer = try await app().answer(
            .post, "/bodies/sync-text", body: Body([0xFF] as [UInt8]))
        #expect(answer.status == 400)
    }
}

/// Asynchronous, and does nothing.
private struct Passing: Middleware {
    func handle(_ request: Request, next: Next) async -> Response { await next(request) }
}
