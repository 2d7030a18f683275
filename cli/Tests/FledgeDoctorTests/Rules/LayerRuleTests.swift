// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct LayerRuleTests {
    static let database = [
        RuleRow(
            "a query", #"return try await database.query("SELECT * FROM orders", as: Order.self)"#),
        RuleRow(
            "a database of services",
            #"try await services.database.execute("DELETE FROM orders WHERE id = \(id)")"#),
        RuleRow(
            "SQL that is passed on",
            #"return try await run("UPDATE orders SET total = 0 WHERE id = 1")"#),
        RuleRow("GRDB", "return try await dbPool.read { db in try Order.fetchAll(db) }"),
        RuleRow("a transaction", "try await db.transaction { tx in try await move(tx) }"),
    ]

    @Test(arguments: database) func `a database in a route is found, once`(row: RuleRow) {
        let found = findings(DatabaseInRoute(), Shop.with(handler: row.source))
        #expect(found.count == 1)
    }

    static let noDatabase = [
        RuleRow("a service", "return try await orders.first(id)"),
        RuleRow("a text with the word", #"throw Problem(.notFound, "SELECT another order")"#),
        RuleRow("a list", "return try await orders.list().first { $0.id == id }"),
        RuleRow("the query of a URL", #"return try await orders.list(request.query["q"])"#),
    ]

    @Test(arguments: noDatabase) func `what only looks like it is none`(row: RuleRow) {
        #expect(findings(DatabaseInRoute(), Shop.with(handler: row.source)) == [])
    }

    @Test func `a store and the app's own set-up may hold SQL`() {
        let sources = [
            "app/OrderStore.swift": """
            import FledgeData
            struct OrderStore { let database: Database
                func all() async throws -> [Order] { try await database.query("SELECT * FROM orders", as: Order.self) } }
            """,
            "app/App.swift": """
            import Fledge
            func makeApp(database: Database) -> App {
                let app = App()
                app.health { try await database.query("SELECT 1 FROM orders") }
                return app
            }
            """,
        ]
        #expect(findings(DatabaseInRoute(), sources) == [])
    }

    static let web = [
        RuleRow("a thrown problem", "func find() throws { throw Problem(.notFound) }"),
        RuleRow("a request", "func place(_ request: Request) async throws {}"),
        RuleRow("an answer", "func list() -> Response { Response(.ok) }"),
        RuleRow("a status", "func status(of error: any Error) -> HTTPResponse.Status { .ok }"),
        RuleRow("a property", "let headers: Fields"),
        RuleRow("an upload", "func store(_ file: UploadedFile) {}"),
        RuleRow("a computed status", "var status: Status { .conflict }"),
    ]

    @Test(arguments: web) func `a type of the web in a service is found`(row: RuleRow) {
        let source = "import Fledge\nstruct OrderService { \(row.source) }"
        #expect(findings(WebTypeInService(), ["app/OrderService.swift": source]).count == 1)
    }

    @Test func `a domain may have requests and responses of its own`() {
        let sources = [
            "Sources/Survey/Response.swift": "public struct Response { public var text: String }",
            "Sources/Survey/SurveyService.swift": """
            public struct SurveyService { func record(_ response: Response, _ request: Booking.Request) {} }
            """,
            "app/App.swift": "import Fledge\nfunc makeApp() -> App { App() }",
        ]
        #expect(findings(WebTypeInService(), sources) == [])
    }

    @Test func `services as a module do not import the web`() {
        let source = "import Fledge\nstruct Order {}"
        let found = findings(WebTypeInService(), ["Sources/ShopServices/Order.swift": source])
        #expect(found.map(\.line) == [1])
    }

    @Test func `an error becomes a problem beside the routes`() {
        let sources = [
            "app/services/OrderError.swift": "enum OrderError: Error { case missing }",
            "app/_web/OrderError+Problem.swift": """
            import Fledge
            extension OrderError: ProblemConvertible { var problem: Problem { Problem(.notFound) } }
            """,
        ]
        #expect(findings(WebTypeInService(), sources) == [])
    }
}
