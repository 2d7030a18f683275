// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeRouting

/// Cost in steps, nodes visited and literals compared, since a time would depend on the machine.
@Suite struct RouteTreeCostTests {
    /// The steps of a search, and whether it found a route.
    private func search(
        _ table: RouteTable<String>, _ path: String, method: String = "GET"
    ) -> (steps: Int, found: Bool) {
        Array(path.utf8).withUnsafeBytes { bytes in
            let tree = table.tree
            let method = tree.methods.id(of: method)
            var search = RouteSearch(
                path: bytes, end: bytes.count, wantsSlash: false, method: method)
            let entry = tree.find(&search)
            return (search.steps, entry != nil)
        }
    }

    @Test func `a match among 10,000 siblings takes few steps`() throws {
        let table = try makeTable((0..<10_000).map { "GET /api/resource-\($0)/:id" })
        var total = 0
        for index in 0..<10_000 {
            let result = search(table, "/api/resource-\(index)/7")
            #expect(result.found)
            total += result.steps
        }
        // Four nodes and one comparison with "api" are in each search; the rest is the hash table.
        #expect(total < 10_000 * 7)
    }

    @Test func `an unknown sibling among 10,000 takes few steps`() throws {
        let table = try makeTable((0..<10_000).map { "GET /resource-\($0)" })
        let steps = (10_000..<20_000).map { search(table, "/resource-\($0)").steps }
        #expect(steps.reduce(0, +) < 10_000 * 3)
        #expect(steps.max() ?? 0 < 100)
    }

    @Test func `backtracking visits a node at most once`() throws {
        // Each level has a literal, a partial and a plain parameter that fit: 3^6 ways to the end.
        var routes = [""]
        for level in 0..<6 {
            routes = routes.flatMap { [$0 + "/a", $0 + "/a:p\(level)", $0 + "/:p\(level)"] }
        }
        let table = try makeTable(routes.map { "GET \($0)/end" })
        let result = search(table, "/ab/ab/ab/ab/ab/ab/no")
        #expect(!result.found)
        // A node costs one step, and one for each literal and each partial it compares.
        #expect(result.steps <= table.tree.nodes.count * 2)
    }

    @Test func `a path longer than every route is left early`() throws {
        let table = try makeTable(["GET /a", "GET /:x"])
        #expect(search(table, "/a" + String(repeating: "/b", count: 4000)).steps < 10)
    }

    @Test func `few literals are compared, many are hashed`() throws {
        let few = try makeTable((0..<RouteTree.linearLimit).map { "GET /r\($0)" })
        let many = try makeTable((0...RouteTree.linearLimit).map { "GET /r\($0)" })
        #expect(few.tree.slots.isEmpty)
        #expect(!many.tree.slots.isEmpty)
        for index in 0..<RouteTree.linearLimit {
            #expect(few.answer("GET /r\(index)") == many.answer("GET /r\(index)"))
        }
    }

    @Test func `the same routes make the same tree`() throws {
        let routes = ["GET /a", "GET /b", "GET /:x.txt", "GET /y:x", "POST /c", "GET /*rest"]
        let texts = try (0..<2).map { _ in try makeTable(routes).tree.literals }
        #expect(texts[0] == texts[1])
    }
}
