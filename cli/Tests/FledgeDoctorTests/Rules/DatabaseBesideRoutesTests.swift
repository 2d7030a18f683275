// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// SQL in what stands beside routes: functions, closures, extensions, middleware.
@Suite struct DatabaseBesideRoutesTests {
    static let query = #"try await database.one("SELECT count(*) FROM parcels", as: Int.self)"#

    static let beside = [
        RuleRow(
            "a function in the file",
            """
            func routes(_ app: App, _ s: Services) { app.get("/load") { _ in try await load(s.database) } }
            private func load(_ database: Database) async throws -> Int { \(query) }
            """),
        RuleRow(
            "a function that a helper calls",
            """
            func routes(_ app: App, _ s: Services) { app.get("/load") { _ in try await both(s) } }
            private func both(_ s: Services) async throws -> Int { try await load(s.database) }
            private func load(_ database: Database) async throws -> Int { \(query) }
            """),
        RuleRow(
            "a function that a handler by name calls",
            """
            func routes(_ app: App) { app.get("/load", show) }
            func show(_ request: Request) async throws -> Int { try await load(request.services.db) }
            func load(_ database: any SQLDatabase) async throws -> Int { \(query) }
            """),
        RuleRow(
            "a function in the function",
            """
            func routes(_ app: App, _ database: Database) {
                func load() async throws -> Int { \(query) }
                app.get("/load") { _ in try await load() }
            }
            """),
        RuleRow(
            "a closure with a name",
            """
            func routes(_ app: App, _ database: Database) {
                let load = { \(query) }
                app.get("/load") { _ in try await load() }
            }
            """),
        RuleRow(
            "a closure as middleware",
            """
            func routes(_ app: App, _ database: Database) {
                app.use { request, next in
                    _ = \(query)
                    return try await next(request)
                }
                app.get("/load") { _ in 1 }
            }
            """),
        RuleRow(
            "an extension of the database",
            """
            func routes(_ app: App, _ s: Services) { app.get("/load") { _ in try await s.database.load() } }
            extension Database { fileprivate func load() async throws -> Int {
                try await one("SELECT count(*) FROM parcels", as: Int.self) } }
            """),
        RuleRow(
            "a handler by its name",
            """
            func routes(_ app: App, _ depots: Depots) { app.get("/load", depots.load) }
            struct Depots { let database: Database
                func load(_ request: Request) async throws -> Int { \(query) } }
            """),
        RuleRow(
            "a controller's property",
            "@Controller struct C { let database: Database\n var all: Int { get async throws { \(query) } } }"
        ),
        RuleRow(
            "a static function of the route",
            "@Route struct R { let database: Database\n func GET() async throws -> Int { 1 }\n static func load(_ database: Database) async throws -> Int { \(query) } }"
        ),
        RuleRow(
            "a record",
            "@Route struct R { let database: Database\n func POST(body: Part) async throws { try await body.insert(on: database) } }"
        ),
    ]

    @Test(arguments: beside) func `what routes call beside them is theirs`(row: RuleRow) {
        let source = "import Fledge\nimport FledgeData\n" + row.source
        #expect(findings(DatabaseInRoute(), ["app/depots/depots.swift": source]).count == 1)
    }

    static let elsewhere = [
        RuleRow(
            "functions in a file of their own",
            "func load(_ database: Database) async throws -> Int { \(query) }"),
        RuleRow(
            "an extension of the database",
            """
            extension Database { func load() async throws -> Int {
                try await one("SELECT count(*) FROM parcels", as: Int.self) } }
            """),
        RuleRow(
            "what the set-up calls",
            """
            func makeApp(database: Database) async throws -> App {
                let app = App()
                try await migrate(database)
                app.get("/") { _ in 1 }
                return app
            }
            func migrate(_ database: Database) async throws {
                try await database.execute("CREATE TABLE parcels (id INTEGER)")
            }
            """),
        RuleRow(
            "a health check",
            """
            func makeApp(database: Database) -> App {
                let app = App()
                app.health { \(query) }
                app.get("/") { _ in 1 }
                return app
            }
            """),
        RuleRow(
            "a transaction of a store",
            """
            struct Keeper { let database: Database
                func move() async throws { try await database.transaction { tx in try await tx.execute("DELETE FROM x") } } }
            func routes(_ app: App, _ keeper: Keeper) { app.post("/x") { _ in try await keeper.move() } }
            """),
        RuleRow(
            "a store made in a route",
            """
            @Route struct R { let database: Database
                func GET() async throws -> [Part] { try await PartStore(database: database).list() } }
            """),
        RuleRow(
            "a method by its name that is no handler",
            """
            struct Depots { let database: Database
                func load() async throws -> Int { \(query) } }
            func routes(_ app: App, _ page: Page) { app.get("/load", page.load) }
            """),
    ]

    @Test(arguments: elsewhere) func `what others call is not`(row: RuleRow) {
        let source = "import Fledge\nimport FledgeData\n" + row.source
        #expect(findings(DatabaseInRoute(), ["app/things.swift": source]) == [])
    }
}
