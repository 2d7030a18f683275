// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// Examines sources that are in memory, as if they were an app of the usual folders.
func examine(_ sources: [String: String], rules: [any Rule] = Rules.all) -> Diagnosis {
    Doctor.examine(
        sources: sources, modules: ProjectFolder.usualModules(sources.keys.sorted()), rules: rules)
}

/// What one rule finds.
func findings(_ rule: any Rule, _ sources: [String: String]) -> [Finding] {
    examine(sources, rules: [rule]).findings
}

/// A row of a table: a small source, and whether the rule is to find something in it.
struct RuleRow: CustomTestStringConvertible, Sendable {
    var name: String
    var source: String

    init(_ name: String, _ source: String) {
        self.name = name
        self.source = source
    }

    var testDescription: String { name }
}

/// An app with one route, whose handler has the body of a row.
enum Shop {
    static let services = """
        import FledgeSchema

        @Schema struct Order: Sendable {
            enum Status: String { case open, paid, shipped }
            var id: Int
            var total: Int
            var status: Status
            var owner: Int
            var lines: [Line]
        }
        @Schema struct Line: Sendable { var product: Int; var quantity: Int; var price: Int }
        @Schema struct NewOrder: Sendable {
            var name: String
            var email: String
            var quantity: Int
            var tags: [String]
            var from: Int
            var to: Int
        }
        struct OrderService: Sendable {
            func find(_ id: Int) async throws -> Order? { nil }
            func list() async throws -> [Order] { [] }
            func place(_ new: NewOrder) async throws -> Order { throw Missing() }
            func save(_ order: Order) async throws {}
            func cancel(_ id: Int) async throws {}
        }
        struct Services { let orders: OrderService }
        """

    static func with(handler body: String, returning type: String = "Order") -> [String: String] {
        [
            "app/_services/OrderService.swift": services,
            "app/orders/[id]/OrderRoute.swift": """
            import Fledge

            @Route struct OrderRoute {
                let orders: OrderService

                func POST(id: Int, page: Int, requester: Requester, body: NewOrder) async throws -> \(type) {
            \(body)
                }
            }
            """,
        ]
    }
}
