// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Logging
import Testing

/// What the middleware of a request wrote down on the way in.
private enum Trail: RequestKey { typealias Value = [String] }

private struct Refused: Error {}

/// One behaviour in two forms, so that they can be exchanged.
private struct Behaviour: Sendable, CustomStringConvertible {
    enum Action: Sendable { case pass, answer, failBefore, failAfter }
    var name: String
    var action: Action
    var description: String { "\(name) \(action)" }

    func before(_ request: inout Request) throws -> Response? {
        request[Trail.self] = (request[Trail.self] ?? []) + [name]
        request.id += name
        if action == .failBefore { throw Problem(.forbidden, name) }
        return action == .answer ? Response.text("early \(name)") : nil
    }

    func after(_ request: Request, _ response: inout Response) throws {
        let trail = (request[Trail.self] ?? []).joined()
        response.headers["X-Trail"] = (response.headers["X-Trail"] ?? "") + "\(name):\(trail) "
        if action == .failAfter { throw Problem(.conflict, name) }
    }
}

private struct SyncForm: SyncMiddleware {
    let behaviour: Behaviour
    func before(_ request: inout Request) throws -> Response? { try behaviour.before(&request) }
    func after(_ request: Request, _ response: inout Response) throws {
        try behaviour.after(request, &response)
    }
}

private struct AsyncForm: Middleware {
    let behaviour: Behaviour
    func handle(_ request: Request, next: Next) async throws -> Response {
        try await SyncForm(behaviour: behaviour).handle(request, next: next)
    }
}

@Suite struct MiddlewareOrderTests {
    private func app() -> App {
        let app = App(mode: .test)
        app.get("/before") { _ in "" }
        app.use(Stamp("a"), Stamp("b"))
        app.get("/plain") { _ in "" }
        app.get("/own", use: Stamp("own")) { _ in "" }
        app.group("/group") { group in
            group.get("/early") { _ in "" }
            group.use(Stamp("g"))
            group.get("/late") { _ in "" }
            group.group("/inner") { inner in
                inner.use(Stamp("i"))
                inner.get("/deep") { _ in "" }
            }
        }
        let router = Router()
        router.use(Stamp("r"))
        router.get("/x") { _ in "" }
        app.use("/router", router)
        app.group { shared in
            shared.use(Stamp("s"))
            shared.get("/shared") { _ in "" }
        }
        app.use(Stamp("c"))
        app.get("/after") { _ in "" }
        app.get("/fails") { _ in
            try failing(Refused())
        }
        return app
    }

    // Inner middleware stamps first, since it is on the way out.
    static let rows: [Row<(FledgeCore.Method, String), String?>] = [
        Row("use applies to what follows", (.get, "/before"), nil),
        Row("in order, outermost first", (.get, "/plain"), "b a"),
        Row("a route's own is innermost", (.get, "/own"), "own b a"),
        Row("a group, before its use", (.get, "/group/early"), "b a"),
        Row("a group, after its use", (.get, "/group/late"), "g b a"),
        Row("a group in a group", (.get, "/group/inner/deep"), "i g b a"),
        Row("a router", (.get, "/router/x"), "r b a"),
        Row("a group without a path", (.get, "/shared"), "s b a"),
        Row("all of the app", (.get, "/after"), "c b a"),
        Row("an error", (.get, "/fails"), "c b a"),
        Row("404 has all of the app", (.get, "/nope"), "c b a"),
        Row("404 below a group is the app's", (.get, "/group/nope"), "c b a"),
        Row("501 has all of the app", (.init("FROB") ?? .get, "/plain"), "c b a"),
        Row("405 has that of its route", (.put, "/group/late"), "g b a"),
        Row("OPTIONS has that of its route", (.options, "/group/inner/deep"), "i g b a"),
        Row("OPTIONS * has all of the app", (.options, "*"), "c b a"),
    ]

    @Test(arguments: rows)
    func `middleware stands around an answer like this`(
        row: Row<(FledgeCore.Method, String), String?>
    ) async throws {
        let answer = try await app().answer(row.input.0, row.input.1)
        #expect(answer.headers["X-Stamps"] == row.output)
    }
}

@Suite struct MiddlewareFormTests {
    private static let actions: [Behaviour.Action] = [.pass, .answer, .failBefore, .failAfter]

    /// All behaviours of three middlewares, 64 of them.
    private static let behaviours: [[Behaviour]] = actions.flatMap { first in
        actions.flatMap { second in
            actions.map { third in
                zip(["a", "b", "c"], [first, second, third]).map { Behaviour(name: $0, action: $1) }
            }
        }
    }

    private func answer(
        _ behaviours: [Behaviour], forms: Int, isHandlerAsync: Bool, fails: Bool
    ) async throws -> [String] {
        let app = App(mode: .test)
        for (index, behaviour) in behaviours.enumerated() {
            let isSync = forms & (1 << index) == 0
            app.use(isSync ? SyncForm(behaviour: behaviour) : AsyncForm(behaviour: behaviour))
        }
        @Sendable func result(_ request: Request) throws -> String {
            if fails { throw Problem(.gone, "handler") }
            return (request[Trail.self] ?? []).joined() + request.id
        }
        if isHandlerAsync {
            app.get("/") { request async throws in try result(request) }
        } else {
            app.get("/") { request in try result(request) }
        }
        var request = try Request("/")
        request.id = "id-"
        let answer = try await Answer(app.build().respond(to: request))
        return ["\(answer.status)", answer.headers["X-Trail"] ?? "-", answer.text]
    }

    @Test func `every mixture of synchronous and asynchronous parts gives the same answer`()
        async throws
    {
        for behaviours in Self.behaviours {
            for fails in [false, true] {
                let expected = try await answer(
                    behaviours, forms: 0, isHandlerAsync: false, fails: fails)
                for forms in 0..<8 {
                    for isHandlerAsync in [false, true] {
                        let found = try await answer(
                            behaviours, forms: forms, isHandlerAsync: isHandlerAsync, fails: fails)
                        #expect(found == expected, "\(behaviours) \(forms) \(isHandlerAsync)")
                    }
                }
            }
        }
    }

    @Test func `what a middleware stores is seen by what it wraps, and by nothing around it`()
        async throws
    {
        let app = App(mode: .test)
        for name in ["a", "b"] { app.use(SyncForm(behaviour: .init(name: name, action: .pass))) }
        app.get("/") { $0[Trail.self] ?? [] }
        let answer = try await app.answer(.get, "/")
        #expect(answer.text == #"["a","b"]"#)
        #expect(answer.headers["X-Trail"] == "b:ab a:a ")
    }

    @Test func `a problem carries the id that middleware gave the request, and so does the log`()
        async throws
    {
        let log = LogRecorder()
        let app = App(mode: .test, logger: log.logger)
        app.use(SyncForm(behaviour: .init(name: "x", action: .pass)))
        app.get("/") { _ in
            try failing(Refused())
        }
        var request = try Request("/")
        request.id = "id-"
        let answer = try await Answer(app.build().respond(to: request))
        #expect(answer.text.contains(#""requestId":"id-x""#))
        #expect(log.lines.first?.metadata["request-id"] == "id-x")
    }

    @Test func `next can be stood in for, so that a middleware is tested as a function`()
        async throws
    {
        let middleware = SyncForm(behaviour: .init(name: "a", action: .pass))
        let response = try await middleware.handle(
            Request("/"), next: Next { request in .text(request[Trail.self]?.joined() ?? "") })
        #expect(try await Answer(response).text == "a")
    }

    @Test func `an error of next is a response, with the error in it`() async throws {
        struct Watch: Middleware {
            func handle(_ request: Request, next: Next) async -> Response {
                var response = await next(request)
                if response.error is Refused {
                    response.headers["X-Saw"] = "\(response.status.code)"
                }
                return response
            }
        }
        let app = App(mode: .test)
        app.use(Watch())
        app.get("/") { _ in
            try failing(Refused())
        }
        #expect(try await app.answer(.get, "/").headers["X-Saw"] == "500")
    }

    @Test func `a middleware that is all synchronous runs without a task`() throws {
        let app = App(mode: .test)
        app.use(SyncForm(behaviour: .init(name: "a", action: .pass)))
        app.get("/sync") { _ in "" }
        app.get("/async") { _ async in "" }
        app.get("/mixed", use: AsyncForm(behaviour: .init(name: "b", action: .pass))) { _ in "" }
        let built = try app.build()
        for (path, isSync) in [
            ("/sync", true), ("/nope", true), ("/async", false), ("/mixed", false),
        ] {
            var request = try Request(path)
            let plan = built.plan(for: &request)
            #expect(plan.isSync == isSync, "\(path)")
            var response = Response(418)
            plan.respondNow(to: request, with: &response)
            #expect((response.status.code != 418) == isSync, "\(path)")
        }
    }
}
