// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Testing

private struct Careless: SyncMiddleware {
    func before(_ request: inout Request) -> Response? { nil }

    var setupProblems: [String] { ["'origins' is empty; name at least one origin."] }
}

/// A controller whose handlers are given by the test.
private struct Handlers: Controller {
    static func register(on routes: ControllerRoutes<Handlers>) {
        routes.on(
            .init(
                .get, "/:user", handler: "Handlers.show", parameters: [.init("usr", Int.self)],
                fileID: "Shop/Handlers.swift", line: 10)
        ) { _, _ in "" }
        routes.on(
            .init(
                .get, "/:id/tags", handler: "Handlers.tags", parameters: [.init("id", [Int].self)],
                fileID: "Shop/Handlers.swift", line: 20)
        ) { _, _ in "" }
        routes.on(
            .init(
                .get, "/:id/raw", handler: "Handlers.raw",
                parameters: [.init("request", Request.self)])
        ) { _, _ in "" }
        routes.on(
            .init(
                .get, "/:id/file/*path", handler: "Handlers.file",
                parameters: [.init("id", Int.self), .init("path", [String].self)])
        ) { _, _ in "" }
    }
}

@Suite struct SetupErrorTests {
    private func mistakes(_ fill: (App) -> Void) -> [SetupError.Mistake] {
        let app = App(mode: .test)
        fill(app)
        do throws(SetupError) {
            _ = try app.build()
            return []
        } catch {
            return error.mistakes
        }
    }

    @Test func `everything that is wrong comes at once, each with its place`() {
        var lines: [Int] = []
        let found = mistakes { app in
            app.use(Careless())
            lines.append(#line - 1)
            app.get("/:") { _ in "" }
            lines.append(#line - 1)
            app.on(.get, "/a/:b") { (_: Int, _: Int) in "" }
            lines.append(#line - 1)
            app.get("/x", name: "x") { _ in "" }
            app.get("/y", name: "x") { _ in "" }
            lines.append(#line - 1)
            app.group("/g") { $0.get("/z", use: Careless()) { _ in "" } }
            lines.append(#line - 1)
        }
        #expect(
            found.map(\.code) == [
                "FLEDGE_MIDDLEWARE_SETUP", "FLEDGE_ROUTE_PATTERN", "FLEDGE_CAPTURE_COUNT",
                "FLEDGE_ROUTE_NAME", "FLEDGE_MIDDLEWARE_SETUP",
            ])
        #expect(found.map(\.location?.line) == lines.map(Optional.some))
        #expect(found.allSatisfy { $0.location?.fileID == #fileID })
        #expect(found[0].message == "Careless: 'origins' is empty; name at least one origin.")
        #expect(
            found[2].message.contains("/a/:b has 1 parameters, and the closure of 'on' takes 2."))
        #expect(found[3].message.contains("'x' is taken by \(#fileID):"))
    }

    @Test func `two routes that answer the same request are told with both places`() {
        let found = mistakes { app in
            app.get("/users/:id") { _ in "" }
            app.get("/users/:name") { _ in "" }
        }
        #expect(found.count == 1)
        #expect(found[0].message.components(of: "\(#fileID):") == 2)
    }

    @Test func `a router may share patterns when methods differ`() {
        #expect(
            mistakes { app in
                app.get("/users/:id") { _ in "" }
                app.delete("/users/:name") { _ in "" }
                app.any("/all") { _ in "" }
            } == [])
    }

    @Test func `a handler that lacks a placeholder is told which, and what it may have meant`() {
        let found = mistakes { $0.use("/users", Handlers()) }
        #expect(found.map(\.code) == ["FLEDGE_UNBOUND_PLACEHOLDER", "FLEDGE_LIST_PLACEHOLDER"])
        #expect(
            found[0].message
                == "Handlers.show answers /users/:user but has no parameter 'user'. "
                + "Did you mean 'user' where it says 'usr'?")
        #expect(found[0].location?.description == "Shop/Handlers.swift:10")
        #expect(found[1].message.contains("'id' is one segment of /users/:id/tags"))
        #expect(found[1].location?.line == 20)
    }

    @Test func `a placeholder of the mount path counts too`() {
        let found = mistakes { $0.use("/shops/:shop", Handlers()) }
        #expect(found.contains { $0.message.contains("has no parameter 'shop'") })
    }

    @Test func `a router inside itself is a mistake and no endless walk`() {
        let found = mistakes { app in
            let router = Router()
            router.use("/again", router)
            app.use("/a", router)
            app.use("/b", router)
        }
        #expect(found.map(\.code) == ["FLEDGE_ROUTER_CYCLE", "FLEDGE_ROUTER_CYCLE"])
    }

    @Test func `one router may be mounted twice`() async throws {
        let app = App(mode: .test)
        let router = Router()
        router.get("/x") { $0.path }
        app.use("/a", router)
        app.use("/b", router)
        #expect(try await app.answer(.get, "/a/x").text == "/a/x")
        #expect(try await app.answer(.get, "/b/x").text == "/b/x")
    }

    @Test func `the description is a list for a terminal`() {
        let app = App(mode: .test)
        app.use(Careless(), fileID: "Shop/main.swift", line: 3)
        let error = #expect(throws: SetupError.self) { try app.build() }
        #expect(
            error?.description == """
                The app cannot start: 1 mistake in its set-up.
                  - Shop/main.swift:3: Careless: 'origins' is empty; name at least one origin. \
                [FLEDGE_MIDDLEWARE_SETUP]
                """)
    }

    @Test func `what is registered after a build does not change it`() async throws {
        let app = App(mode: .test)
        let built = try app.build()
        app.get("/") { _ in "" }
        #expect(await built.respond(to: try Request("/")).status == .notFound)
        let later = try app.build()
        #expect(await later.respond(to: try Request("/")).status == .ok)
    }
}

extension String {
    /// How often `text` stands in it.
    fileprivate func components(of text: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
