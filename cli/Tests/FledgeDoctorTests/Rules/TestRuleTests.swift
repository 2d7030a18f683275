// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct TestRuleTests {
    private func app(test: String) -> [String: String] {
        [
            "app/api/orders/[id]/OrderRoute.swift": """
            import Fledge
            @Route struct OrderRoute {
                let orders: OrderService
                func GET(id: Int) async throws -> Order { try await orders.find(id) }
            }
            """,
            "app/OrderService.swift": """
            struct OrderService: Ordering {
                let store: any OrderStore
                func find(_ id: Int) async throws -> Order { try await store.find(id) }
            }
            protocol Ordering { func find(_ id: Int) async throws -> Order }
            struct Services { let orders: OrderService }
            """,
            "Tests/AppTests/OrderTests.swift": test,
        ]
    }

    static let handlerTests = [
        RuleRow("by its type", "func t() { OrderRoute(orders: o).GET(id: 1) }"),
        RuleRow(
            "in a variable", "func t() { let route = OrderRoute(orders: o); route.GET(id: 1) }"),
        RuleRow(
            "in a property",
            "struct S { let route = OrderRoute(orders: o); func t() { route.GET(id: 1) } }"),
        RuleRow("by its path", #"func t() { client.get("/api/orders/7?x=1") }"#),
        RuleRow("by a path with an id", #"func t() { client.get("/api/orders/\(id)") }"#),
        RuleRow("by a path with a prefix", #"func t() { client.get("\(prefix)/orders/\(id)") }"#),
        RuleRow("by a method and a path", #"func t() { client.send(.get, "/api/orders/1") }"#),
        RuleRow(
            "by a path with a name", #"func t() { let path = "/api/orders/1"; client.get(path) }"#),
        RuleRow(
            "by a table of paths",
            #"@Test(arguments: ["/api/orders/1"]) func t(path: String) { ask(path) }"#),
    ]

    @Test(arguments: handlerTests) func `a handler is tested`(row: RuleRow) {
        #expect(findings(UntestedHandler(), app(test: row.source)) == [])
        #expect(findings(UntestedService(), app(test: row.source)) == [])
    }

    static let otherTests = [
        RuleRow("another verb", #"func t() { client.delete("/api/orders/7") }"#),
        RuleRow("another path", #"func t() { client.get("/api/orders") }"#),
        RuleRow(
            "a path that is expected", #"func t() { #expect(made.location == "/api/orders/7") }"#),
        RuleRow(
            "a path that is sent",
            ##"func t() { client.post("/x", json: ["to": "/api/orders/7"]) }"##),
        RuleRow("another type", "func t() { UserRoute(users: u).GET(id: 1) }"),
        RuleRow(
            "a path of another verb", #"func t() { let path = "/api/orders/1"; client.put(path) }"#),
    ]

    @Test(arguments: otherTests) func `a test of something else is none`(row: RuleRow) {
        let found = findings(UntestedHandler(), app(test: row.source))
        #expect(found.map(\.function) == ["OrderRoute.GET"])
        #expect(
            findings(UntestedService(), app(test: row.source)).map(\.function) == ["OrderService"])
    }

    static let serviceTests = [
        RuleRow("by its type", "func t() { OrderService(store: s).find(1) }"),
        RuleRow(
            "by its protocol",
            "struct S { var orders: any Ordering { make() }; func t() { orders.find(1) } }"),
        RuleRow("by Services", "func t(_ services: Services) { services.orders.find(1) }"),
        RuleRow(
            "by what a function makes",
            "func make() -> OrderService { OrderService() }\nfunc t() { make().find(1) }"),
    ]

    @Test(arguments: serviceTests) func `a service is tested`(row: RuleRow) {
        #expect(findings(UntestedService(), app(test: row.source)) == [])
    }

    @Test func `an app without tests is told once`() {
        var sources = app(test: "")
        sources["Tests/AppTests/OrderTests.swift"] = nil
        #expect(
            examine(sources).findings.map(\.rule).sorted() == [
                "untested-handler", "untested-service",
            ])
    }

    @Test func `a controller is asked for below where it is mounted`() {
        let sources = [
            "app/App.swift": """
            import Fledge
            func makeApp() -> App {
                let app = App()
                app.group("/v1") { v1 in v1.use("/orders", OrderController()) }
                app.on(.delete, "/orders/:id") { (id: Int) in id }
                return app
            }
            @Controller struct OrderController {
                @GET func list() -> [Int] { [] }
                @GET("/:id") func show(id: Int) -> Int { id }
            }
            """,
            "Tests/AppTests/T.swift": #"func t() { client.get("/v1/orders/1") }"#,
        ]
        #expect(
            findings(UntestedHandler(), sources).map(\.function)
                == ["DELETE /orders/:id", "OrderController.list"])
    }

    @Test func `a handler that is given by its name has its path`() {
        let sources = [
            "app/App.swift": """
            import Fledge
            func makeApp() -> App {
                let app = App()
                app.get("/search", search)
                app.post("/search", use: Auth(), keep)
                return app
            }
            func search(_ request: Request) -> String { "" }
            func keep(_ request: Request) -> String { "" }
            """,
            "Tests/AppTests/T.swift": #"func t() { client.get("/search?q=1") }"#,
        ]
        #expect(findings(UntestedHandler(), sources).map(\.function) == ["keep"])
    }

    static let untested = [
        RuleRow(
            "kept by an untested controller",
            """
            struct Desk { let shelf: Shelf
                func lend() async {} }
            @Controller struct C { let desk: Desk
                @POST("/lend") func lend() async { await desk.lend() } }
            """),
        RuleRow(
            "in the closure of an untested route",
            """
            struct Desk { let shelf: Shelf
                func lend() async {} }
            func makeApp(_ desk: Desk) -> App {
                let app = App()
                app.post("/lend") { _ in await desk.lend() }
                return app
            }
            """),
        RuleRow(
            "in a closure of a function that adds routes",
            """
            struct Desk { let shelf: Shelf
                func lend() async {} }
            func makeApp(_ desk: Desk) -> App { lending(App(), desk) }
            func lending(_ app: App, _ desk: Desk) -> App {
                app.post("/lend") { _ in await desk.lend() }
                return app
            }
            """),
        RuleRow(
            "only made by a test",
            """
            struct Desk { let shelf: Shelf
                func lend() async {} }
            struct Worker: Service { let desk: Desk
                func run() async { await desk.lend() } }
            """),
        RuleRow(
            "functions of a namespace",
            """
            enum Desk { static func lend(in shelf: Shelf) {} }
            @Controller struct C { @POST("/lend") func lend() { Desk.lend(in: shelf) } }
            """),
        RuleRow(
            "a use case",
            """
            struct DeskUseCase { func callAsFunction() {}
                func execute() {} }
            struct Worker: Service { let desk: DeskUseCase
                func run() { desk.execute() } }
            """),
    ]

    @Test(arguments: untested) func `a service of any name is untested`(row: RuleRow) {
        let sources = [
            "app/A.swift": "import Fledge\n" + row.source
                + "\nactor Shelf { private var books: [Int] = [] }",
            "Tests/AppTests/T.swift":
                "func t() { makeApp(Desk(shelf: Shelf())).test { client in client.get(\"/other\") } }",
        ]
        #expect(
            findings(UntestedService(), sources).compactMap(\.function)
                .filter { $0.hasPrefix("Desk") }.count == 1)
    }

    @Test func `a service that nobody uses is not untested as well`() {
        let sources = [
            "app/DeskService.swift": "struct DeskService { func lend() {} }",
            "Tests/AppTests/T.swift": "func t() {}",
        ]
        #expect(examine(sources).findings.map(\.rule) == ["unused-service"])
    }

    static let tested = [
        "func t() { Desk(shelf: Shelf()).lend() }",
        "func t() { let desk = Desk(shelf: Shelf()); desk.lend() }",
        "func t() { let (desk, _) = make(); desk.lend() }\nfunc make() -> (Desk, Shelf) { (Desk(), Shelf()) }",
        "struct S { let desk = Desk(shelf: Shelf())\n func t() { desk.lend() } }",
        "func t() { makeApp().test { client in client.post(\"/lend\") } }",
        "func t() { Front(desk: Desk(shelf: Shelf())).open() }",
        "func t() { client.send(.post, \"/lend\") }",
        "func t() { Desk.shared.lend() }",
    ]

    @Test(arguments: tested) func `a service of any name is tested`(test: String) {
        let sources = [
            "app/A.swift": """
            import Fledge
            actor Shelf { private var books: [Int] = [] }
            struct Desk { static let shared = Desk(shelf: Shelf())
                let shelf: Shelf
                func lend() async {} }
            struct Front { let desk: Desk
                func open() async { await desk.lend() } }
            func makeApp(_ desk: Desk) -> App {
                let app = App()
                app.post("/lend") { _ in await desk.lend() }
                return app
            }
            """,
            "Tests/AppTests/T.swift": test,
        ]
        #expect(findings(UntestedService(), sources).filter { $0.function == "Desk" } == [])
    }
}
