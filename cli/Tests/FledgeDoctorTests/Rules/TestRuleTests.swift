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
}
