// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// Paths that tests put together, and routes whose paths are.
@Suite struct TestPathTests {
    private static let app = """
        import Fledge
        enum Paths { static let notes = "/v1/notes" }
        func makeApp(_ notes: NoteDesk) -> App {
            let app = App()
            app.get(Paths.notes) { _ in await notes.all() }
            app.group("/v1") { v1 in
                v1.get("/notes/:id") { req in await notes.one(req) }
                v1.delete("/notes/:id") { req in await notes.drop(req) }
                v1.post("/notes") { req in await notes.add(req) }
            }
            return app
        }
        """

    private func untested(_ test: String, app: [String: String] = ["app/App.swift": Self.app])
        -> [String]
    {
        let sources = app.merging(["Tests/AppTests/T.swift": test]) { $1 }
        return findings(UntestedHandler(), sources).compactMap(\.function).map { name in
            String(name.prefix { $0 != " " && $0 != "." })
        }.sorted()
    }

    static let whole = [
        RuleRow(
            "a table of methods and paths",
            """
            @Test(arguments: [(.get, "/v1/notes"), (.get, "/v1/notes/1"), (.delete, "/v1/notes/1"), (.post, "/v1/notes")])
            func t(method: Method, path: String) async throws { try await client.send(method, path) }
            """),
        RuleRow(
            "a base and a loop over tails",
            """
            let base = "/v1"
            func t() async throws {
                for tail in ["notes", "notes/1"] { try await client.get(base + "/" + tail) }
                try await client.delete(base.appending("/notes/1"))
                try await client.post("\\(base)/notes")
            }
            """),
        RuleRow(
            "a helper that makes paths",
            """
            private func path(_ id: Int? = nil) -> String {
                if let id { return "/v1/notes/\\(id)" }
                return "/v1/notes"
            }
            func t() async throws {
                try await client.get(path())
                try await client.get(path(3))
                try await client.send(.delete, path(3))
                try await client.post(path(), json: [:])
            }
            """),
        RuleRow(
            "a helper that asks, and a row type",
            """
            struct Row { let verb: Method; let at: String }
            func ask(_ row: Row) async throws { try await client.send(row.verb, "/v1/" + row.at) }
            func t() async throws {
                for row in [Row(verb: .get, at: "notes"), Row(verb: .post, at: "notes")] { try await ask(row) }
                try await ask(Row(verb: .get, at: "notes/1"))
                try await ask(Row(verb: .delete, at: "notes/1"))
            }
            """),
        RuleRow(
            "the address that an answer told",
            """
            func t() async throws {
                let made = try await client.post("/v1/notes").expect(.created)
                let place = try #require(made.headers["Location"])
                try await client.get(place)
                try await client.delete(place)
                try await client.get("/v1/notes")
            }
            """),
        RuleRow(
            "an enum of places",
            """
            enum Place: String, CaseIterable { case list = "/v1/notes", one = "/v1/notes/1" }
            func t() async throws {
                for place in Place.allCases { try await client.get(place.rawValue) }
                try await client.post(Place.list.rawValue)
                try await client.delete(Place.one.rawValue)
            }
            """),
        RuleRow(
            "all routes of the app",
            """
            func t() async throws {
                for route in app.routes { try await client.get(route.path) }
                try await client.post("/v1/notes")
                try await client.delete("/v1/notes/2")
            }
            """),
    ]

    @Test(arguments: whole) func `every route is asked for`(row: RuleRow) {
        #expect(untested(row.source) == [])
    }

    @Test func `a table pairs its methods with its paths`() {
        let found = untested(
            """
            @Test(arguments: [(Method.get, "/v1/notes/1"), (.post, "/v1/notes")])
            func t(method: Method, path: String) async throws { try await client.send(method, path) }
            """)
        #expect(found == ["DELETE", "GET"])
    }

    @Test func `a loop of GETs deletes nothing`() {
        let found = untested(
            #"func t() async throws { for id in ["", "/1"] { try await client.get("/v1/notes\(id)") } }"#
        )
        #expect(found == ["DELETE", "POST"])
    }

    static let mounted = [
        RuleRow(
            "by a router that another file fills", #"app.group("/notes") { noteRoutes($0, desk) }"#),
        RuleRow("by a variable", #"let group = app.group("/notes"); noteRoutes(group, desk)"#),
        RuleRow(
            "by two groups",
            #"app.group("/v1") { v1 in v1.group("/notes") { notes in noteRoutes(notes, desk) } }"#),
        RuleRow("by a name", #"app.group(Prefix.notes) { noteRoutes($0, desk) }"#),
    ]

    @Test(arguments: mounted) func `a router of another file has the path of its group`(
        row: RuleRow
    ) {
        let app = [
            "app/App.swift": """
            import Fledge
            enum Prefix { static let notes = "/notes" }
            func makeApp(_ desk: NoteDesk) -> App {
                let app = App()
                \(row.source)
                app.group("/other") { otherRoutes($0) }
                return app
            }
            """,
            "app/notes.swift": """
            import Fledge
            func noteRoutes(_ router: Router, _ desk: NoteDesk) {
                router.get("/") { _ in await desk.all() }
                router.patch("/:id") { _ in await desk.all() }
            }
            func otherRoutes(_ router: Router) { router.delete("/:id") { _ in 1 } }
            """,
        ]
        #expect(
            untested(#"func t() { client.get("/v1/notes"); client.get("/notes") }"#, app: app) == [
                "DELETE", "PATCH",
            ])
        #expect(
            untested(
                #"func t() { client.patch("\(base)/notes/7"); client.delete("/notes/7") }"#,
                app: app)
                == ["DELETE", "GET"])
    }

    @Test func `controllers that are mounted by a loop have their paths`() {
        let app = [
            "app/App.swift": """
            import Fledge
            func makeApp() -> App {
                let app = App()
                for (path, controller) in [("/cats", CatAPI()), ("/dogs", DogAPI())] { app.use(path, controller) }
                return app
            }
            @Controller struct CatAPI { @GET func list() -> [Int] { [] } }
            @Controller struct DogAPI { @GET func list() -> [Int] { [] } }
            """
        ]
        #expect(untested(#"func t() { client.get("/cats") }"#, app: app) == ["DogAPI"])
    }

    @Test func `a handler that is only named where routes are added is not called`() {
        let app = [
            "app/App.swift": """
            import Fledge
            struct CatHandlers { @Sendable func list(_ req: Request) -> String { "" }
                @Sendable func drop(_ req: Request) -> String { "" } }
            func makeApp() -> App {
                let app = App()
                let cats = CatHandlers()
                app.get("/cats", cats.list)
                app.delete("/cats/:id", cats.drop)
                return app
            }
            """
        ]
        #expect(
            untested(#"func t() { makeApp().test { client in client.get("/cats") } }"#, app: app)
                == ["CatHandlers"])
    }

    private static let invitations = [
        "app/App.swift": """
        import Fledge
        func makeApp(_ desk: InviteDesk) -> App {
            let app = App()
            app.post("/teams/:team/invites") { req in await desk.invite(req) }
            app.get("/teams/:team/join/:code") { req in await desk.join(req) }
            app.delete("/teams/:team/join/:code") { req in await desk.refuse(req) }
            app.get("/teams/:team/members") { req in await desk.members(req) }
            return app
        }
        """,
        "app/InviteDesk.swift": """
        actor InviteDesk {
            func invite(_ team: String) async {
                await mailer.send("Come in: \\(settings.origin)/teams/\\(team)/join/\\(code).")
            }
        }
        """,
    ]

    @Test func `a link out of a mail is one that the app has put together`() {
        let test = """
            func t() async throws {
                try await client.post("/teams/red/invites")
                let words = await mails.last.split(separator: " ")
                let link = try #require(words.last.map(String.init))
                try await client.get(link)
            }
            """
        // Neither another method nor an address that no text of the app has.
        #expect(untested(test, app: Self.invitations) == ["DELETE", "GET"])
        let unlinked = Self.invitations.mapValues { $0.replacing("/join/\\(code)", with: "") }
        #expect(untested(test, app: unlinked) == ["DELETE", "GET", "GET"])
    }

    @Test func `only what asks for paths elsewhere follows links`() {
        let test = """
            func t() async throws {
                try await client.post("/teams/red/invites")
                let code = cache.get(key(of: mails.last))
            }
            """
        #expect(untested(test, app: Self.invitations) == ["DELETE", "GET", "GET"])
    }
}
