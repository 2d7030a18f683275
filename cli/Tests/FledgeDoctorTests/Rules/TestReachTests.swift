// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// What a test reaches of the services: not what a refused request or a double leaves untouched.
@Suite struct TestReachTests {
    private func untested(_ app: String, _ test: String) -> [String] {
        // What stands before the line is in a file without routes.
        let files = app.split(separator: "// routes\n").map(String.init)
        let sources = [
            "app/Parts.swift": files.count > 1 ? files[0] : "",
            "app/App.swift": "import Fledge\n" + (files.last ?? ""), "Tests/AppTests/T.swift": test,
        ]
        return findings(UntestedService(), sources).compactMap(\.function).sorted()
    }

    private static let guarded = """
        actor Shelf {}
        struct TokenService { func user(_ text: String) -> Int? { text.isEmpty ? nil : 1 } }
        struct VaultService { let shelf: Shelf
            func open() async {} }
        func makeApp(_ vault: VaultService, _ tokens: TokenService) -> App {
            let app = App()
            app.get("/vault") { req in
                guard let text = req.headers["Authorization"], let user = tokens.user(text) else {
                    throw Problem(.unauthorized, "Log in.")
                }
                await vault.open()
                return user
            }
            return app
        }
        """

    static let refused = [
        RuleRow("by a problem", #"func t() { client.get("/vault").expectProblem(.unauthorized) }"#),
        RuleRow("by a status", #"func t() { client.get("/vault").expect(.unauthorized) }"#),
        RuleRow(
            "in an expectation",
            #"func t() { #expect(client.get("/vault").status == .unauthorized) }"#),
        RuleRow(
            "by a variable",
            #"func t() { let answer = client.get("/vault"); #expect(answer.status == .unauthorized) }"#
        ),
    ]

    @Test(arguments: refused) func `a refused request reaches nothing behind it`(row: RuleRow) {
        #expect(untested(Self.guarded, row.source) == ["TokenService", "VaultService"])
    }

    @Test func `a wrong token tries what reads tokens`() {
        let test =
            #"func t() { client.get("/vault", headers: ["Authorization": "x"]).expectProblem(.unauthorized) }"#
        #expect(untested(Self.guarded, test) == ["VaultService"])
    }

    @Test func `one request that gets through is enough`() {
        let test = """
            func t() { client.get("/vault").expectProblem(.unauthorized)
                client.get("/vault", headers: ["Authorization": "x"]).expect(.ok) }
            """
        #expect(untested(Self.guarded, test) == [])
    }

    private static let mailer = """
        protocol Mailer { func tell(_ text: String) async }
        actor SMTPMailer: Mailer {
            private var told: Set<String> = []
            func tell(_ text: String) {
                guard told.insert(text).inserted else { return }
                print(text)
            }
        }
        // routes
        struct Deps { var mailer: any Mailer = SMTPMailer() }
        func makeApp(_ deps: Deps) -> App {
            let app = App()
            app.post("/mails") { _ in await deps.mailer.tell("x") }
            return app
        }
        """
    private static let double = "struct Outbox: Mailer { func tell(_ text: String) {} }\n"

    @Test func `a double does not try the real one`() {
        let test =
            Self.double
            + #"func t() { makeApp(Deps(mailer: Outbox())).test { client in client.post("/mails") } }"#
        #expect(untested(Self.mailer, test) == ["SMTPMailer"])
    }

    static let real = [
        double + #"func t() { makeApp(Deps()).test { client in client.post("/mails") } }"#,
        double + #"func t() { let sut: any Mailer = SMTPMailer(); sut.tell("x") }"#,
        #"func t() { makeApp(Deps()).test { client in client.post("/mails") } }"#,
    ]

    @Test(arguments: real) func `the real one is tried where it is made`(test: String) {
        #expect(untested(Self.mailer, test) == [])
    }

    @Test func `what decides nothing needs no test of its own`() {
        let app = """
            protocol Ticking { func now() -> Int }
            struct WallClock: Ticking { func now() -> Int { 1 } }
            // routes
            func makeApp(_ clock: any Ticking = WallClock()) -> App { App() }
            """
        #expect(
            untested(
                app,
                "struct Fixed: Ticking { func now() -> Int { 0 } }\nfunc t() { makeApp(Fixed()) }")
                == [])
    }

    @Test func `what hands out stores is no service`() {
        let app = """
            protocol CatStore {}
            struct Stores { let cats: any CatStore
                static func sql() -> Stores { Stores(cats: SQLCats()) } }
            struct CatService { let stores: Stores
                func feed() {} }
            @Controller struct CatAPI { let cats: CatService
                @GET func list() { cats.feed() } }
            """
        #expect(untested(app, "func t() { CatAPI(cats: c).list() }") == [])
    }

    private static let optional = """
        actor Doorman { func mayEnter(_ name: String) -> Bool { name.count > 3 } }
        struct DoorService { let doorman: Doorman
            func open(_ name: String) async -> Bool { await doorman.mayEnter(name) } }
        struct Door: Middleware { let door: DoorService
            func handle(_ request: Request, next: Next) async -> Response {
                await door.open("x") ? await next(request) : Response(.forbidden)
            } }
        func makeApp(door: DoorService? = nil) -> App {
            let app = App()
            if let door { app.use(Door(door: door)) }
            app.get("/") { _ in 1 }
            return app
        }
        """

    @Test func `what an app is built without is not tried`() {
        let main = "\nstruct Main { static func main() { makeApp(door: DoorService()) } }"
        let without = #"func t() { makeApp().test { client in client.get("/") } }"#
        #expect(untested(Self.optional + main, without) == ["DoorService"])
        let with = without.replacing("makeApp()", with: "makeApp(door: DoorService())")
        #expect(untested(Self.optional + main, with) == [])
    }

    static let outgoing = """
        protocol Geocoder { func place(of text: String) async -> Int? }
        struct OpenMapGeocoder: Geocoder {
            func place(of text: String) async -> Int? {
                guard let url = URL(string: "https://maps.example.com/?q=\\(text)"),
                    let (data, _) = try? await URLSession.shared.data(from: url)
                else { return nil }
                return number(in: data)
            }
            private func number(in data: Data) -> Int? { Int(String(decoding: data, as: UTF8.self)) }
        }
        // routes
        func makeApp(geocoder: any Geocoder = OpenMapGeocoder()) -> App {
            let app = App()
            app.get("/places") { _ in await geocoder.place(of: "x") }
            return app
        }
        """

    private static let fixedPlace =
        "struct Here: Geocoder { func place(of text: String) async -> Int? { 1 } }\n"

    @Test func `what only carries a call over the network is tried with the other side`() {
        let test = Self.fixedPlace + "func t() { makeApp(geocoder: Here()) }"
        #expect(untested(Self.outgoing, test) == [])
        // One that decides something more than it is asked for is another thing.
        let more = Self.outgoing.replacing(
            "private func number", with: "func isNear(_ a: Int) -> Bool { a < 5 }\n func number")
        #expect(untested(more, test) == ["OpenMapGeocoder"])
        // So is one whose client a test can replace.
        let own = "struct URLSession { static let shared = URLSession() }\n" + Self.outgoing
        #expect(untested(own, test) == ["OpenMapGeocoder"])
        // So is one that stays in the process.
        let local = Self.outgoing.replacing("URLSession", with: "Atlas")
        #expect(untested(local, test) == ["OpenMapGeocoder"])
    }

    private func unused(_ app: String, test: String = "func t() {}") -> [String] {
        findings(
            UnusedService(),
            ["app/App.swift": "import Fledge\n" + app, "Tests/AppTests/T.swift": test]
        )
        .compactMap(\.function).sorted()
    }

    static let dead = [
        RuleRow(
            "a rule that only its test makes",
            "struct Freeze { var months: Set<Int> = [12]\n func check(_ m: Int) throws {} }"),
        RuleRow(
            "a rule with a limit",
            "struct Freeze { let limit: Int\n func fee(for days: Int) -> Int { days > limit ? 1 : 0 } }"
        ),
        RuleRow(
            "the other side of a protocol",
            "protocol Cooling { func cool() }\nstruct Freeze: Cooling { func cool() {} }"),
        RuleRow(
            "a place that only another type's property shares a name with",
            """
            actor Shelf {}
            @Schema struct Cat { var freeze: Bool }
            struct Freeze { let shelf: Shelf
                func cool() {} }
            struct Services { let freeze: Freeze }
            @Controller struct CatAPI { @GET func list(cat: Cat) -> Bool { cat.freeze } }
            """),
    ]

    @Test(arguments: dead) func `what nothing of the app asks for is unused`(row: RuleRow) {
        #expect(unused(row.source, test: "func t() { Freeze(limit: 1).check(1) }") == ["Freeze"])
    }

    static let alive = [
        "struct Freeze { var months: Set<Int> = [12]\n func check() {} }\n@Controller struct C { @GET func x() { Freeze().check() } }",
        "struct Freeze: Codable { var months: Int\n func check() {} }",
        "struct MemoryFreeze: Cooling { func cool() {} }\nprotocol Cooling { func cool() }",
        "actor Shelf {}\nstruct Freeze { let shelf: Shelf\n func cool() {} }\nstruct Services { let freeze: Freeze }\nfunc job(_ services: Services) { services.freeze.cool() }",
    ]

    @Test(arguments: alive) func `what is used, sent or made for tests is not`(app: String) {
        #expect(unused(app) == [])
    }
}
