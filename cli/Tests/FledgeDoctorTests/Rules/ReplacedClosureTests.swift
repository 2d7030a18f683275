// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// What the app puts into a property runs in no test that puts a closure of its own there.
@Suite struct ReplacedClosureTests {
    private static let service = """
        struct LabelService: Sendable {
            let width: Int
            func print(_ text: String) async throws -> String {
                if text.count > width { return String(text.prefix(width)) }
                return text
            }
        }
        """
    private static let inClosure = """
        struct Depot: Sendable {
            var name = "north"
            var label: @Sendable (String) async throws -> String
            init(width: Int) {
                let labels = LabelService(width: width)
                label = { try await labels.print($0) }
            }
        }
        """
    private static let byName = """
        struct Depot: Sendable {
            var name = "north"
            var label: @Sendable (String) async throws -> String
            init(width: Int) {
                let labels = LabelService(width: width)
                self.label = labels.print
            }
        }
        """
    private static let given = """
        struct Depot: Sendable {
            var name = "north"
            var label: @Sendable (String) async throws -> String
            init(label: @escaping @Sendable (String) async throws -> String) { self.label = label }
            init(width: Int) {
                let labels = LabelService(width: width)
                self.init(label: { try await labels.print($0) })
            }
        }
        """
    private static let routes = """
        import Fledge

        func makeApp(_ depot: Depot) -> App {
            let app = App()
            app.get("/labels/:text") { request in try await depot.label("text") }
            app.get("/name") { request in depot.name }
            return app
        }
        """

    private func untested(_ depot: String, _ test: String) -> [String] {
        let sources = [
            "app/_services/LabelService.swift": Self.service, "app/Depot.swift": depot,
            "app/App.swift": Self.routes, "Tests/AppTests/T.swift": test,
        ]
        return findings(UntestedService(), sources).compactMap(\.function)
    }

    static let replaced = [
        RuleRow(
            "in the test",
            """
            func t() async throws {
                var depot = Depot(width: 3)
                depot.label = { _ in "a label" }
                try await makeApp(depot).test { client in try await client.get("/labels/x") }
            }
            """),
        RuleRow(
            "in a helper of the tests",
            """
            func app() -> App { var depot = Depot(width: 3); depot.label = { _ in "a" }; return makeApp(depot) }
            func t() async throws { try await app().test { client in try await client.get("/labels/x") } }
            """),
        RuleRow(
            "and another test asks for something else",
            """
            func t() async throws {
                var depot = Depot(width: 3)
                depot.label = { $0 }
                try await makeApp(depot).test { client in try await client.get("/labels/x") }
            }
            func other() async throws {
                try await makeApp(Depot(width: 3)).test { client in try await client.get("/name") }
            }
            """),
    ]

    @Test(arguments: replaced) func `what a closure stands in for is not tried`(row: RuleRow) {
        for depot in [Self.inClosure, Self.byName, Self.given] {
            #expect(untested(depot, row.source) == ["LabelService"], "\(depot)")
        }
    }

    static let tried = [
        RuleRow(
            "nothing is replaced",
            """
            func t() async throws {
                try await makeApp(Depot(width: 3)).test { client in try await client.get("/labels/x") }
            }
            """),
        RuleRow(
            "another test asks for it",
            """
            func t() async throws {
                var depot = Depot(width: 3)
                depot.label = { _ in "a label" }
                try await makeApp(depot).test { client in try await client.get("/labels/x") }
            }
            func other() async throws {
                try await makeApp(Depot(width: 3)).test { client in try await client.get("/labels/longer") }
            }
            """),
        RuleRow(
            "another test calls it",
            """
            func t() { var depot = Depot(width: 3); depot.label = { $0 } }
            func other() async throws { #expect(try await Depot(width: 3).label("abcd") == "abc") }
            """),
        RuleRow(
            "the service is called by itself",
            """
            func t() { var depot = Depot(width: 3); depot.label = { $0 } }
            func other() async throws { #expect(try await LabelService(width: 3).print("abcd") == "abc") }
            """),
        RuleRow(
            "another property is replaced",
            """
            func t() async throws {
                var depot = Depot(width: 3)
                depot.name = "south"
                try await makeApp(depot).test { client in try await client.get("/labels/x") }
            }
            """),
    ]

    @Test(arguments: tried) func `what no closure stands in for is tried`(row: RuleRow) {
        for depot in [Self.inClosure, Self.byName, Self.given] {
            #expect(untested(depot, row.source) == [], "\(depot)")
        }
    }
}
