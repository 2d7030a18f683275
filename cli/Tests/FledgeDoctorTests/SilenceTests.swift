// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct SilenceTests {
    private func route(_ above: String, _ end: String = "") -> [String: String] {
        [
            "app/OrderRoute.swift": """
            import Fledge
            @Controller struct OrderController {
                let database: Database
                /// Words.
            \(above)
                @GET("/:id")
                func show(id: Int) async throws -> Int {
                    try await database.one("SELECT count(*) FROM orders", as: Int.self)\(end)
                }
            }
            """
        ]
    }

    @Test func `a silence at the end of the line, or above it`() {
        let end = "  // fledge:ignore database-in-route: moves with the new store"
        #expect(findings(DatabaseInRoute(), route("", end)) == [])
        var above = route("")
        above["app/OrderRoute.swift"] = above["app/OrderRoute.swift"]?.replacing(
            "        try await",
            with: "        // fledge:ignore database-in-route: it moves\n        try await")
        #expect(findings(DatabaseInRoute(), above) == [])
        #expect(examine(above, rules: [DatabaseInRoute()]).silenced == 1)
    }

    @Test func `a silence above the attributes reaches the function`() {
        let above = "    // fledge:ignore untested-handler, database-in-route: an example"
        #expect(findings(UntestedHandler(), route(above)) == [])
    }

    @Test func `a silence of another rule silences nothing`() {
        let end = "  // fledge:ignore duplicated-logic: it is the same on purpose"
        #expect(findings(DatabaseInRoute(), route("", end)).count == 1)
    }

    static let faulty = [
        ("// fledge:ignore database-in-route", "has no reason"),
        ("// fledge:ignore database-in-route:  ", "has no reason"),
        ("// fledge:ignore: because", "names no rule"),
        ("// fledge:ignore database-in-routes: because", "There is no rule 'database-in-routes'"),
    ]

    @Test(arguments: faulty) func `a silence that says nothing is a finding`(
        comment: String, message: String
    ) {
        let found = findings(DatabaseInRoute(), route("", "  " + comment))
        #expect(found.map(\.rule) == ["database-in-route", "faulty-silence"])
        #expect(found.last?.message.contains(message) == true)
    }

    @Test func `a text is no silence`() {
        let found = findings(DatabaseInRoute(), route("    static let a = \"// fledge:ignore x\""))
        #expect(found.map(\.rule) == ["database-in-route"])
    }
}
