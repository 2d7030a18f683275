// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting
import Testing

@Suite struct RouteConflictsTests {
    @Test func `all conflicts are listed, with both places`() throws {
        let error = #expect(throws: RouteConflicts.self) {
            try makeTable([
                "GET /users/:id", "POST /users", "GET /files/*path", "ANY /hook",
                "GET /users/:name",
                "GET /files/*rest?", "GET /ok", "ANY /hook", "GET /users/:x", "GET /hook",
            ])
        }
        #expect(
            error?.description == """
                3 route conflicts:
                  GET /users/:id     Shop/main.swift:1
                  GET /users/:name   Shop/main.swift:5
                  GET /users/:x      Shop/main.swift:9  all 3 answer the same requests; keep one or change the paths
                  GET /files/*path   Shop/main.swift:3
                  GET /files/*rest?  Shop/main.swift:6  both answer the same requests; remove one or change its path
                  ANY /hook          Shop/main.swift:4
                  ANY /hook          Shop/main.swift:8  both answer the same requests; remove one or change its path
                """)
        let lines = error?.conflicts.map { $0.routes.map(\.location.line) }
        #expect(lines == [[1, 5, 9], [3, 6], [4, 8]])
        #expect(error?.conflicts.first?.routes.first?.method == "GET")
        #expect(error?.code == "FLEDGE_ROUTE_CONFLICT")
    }

    @Test func `one conflict is told in the singular`() throws {
        let error = #expect(throws: RouteConflicts.self) { try makeTable(["GET /a", "GET a"]) }
        #expect(error?.description.hasPrefix("1 route conflict:\n") == true)
    }

    static let conflicting: [[String]] = [
        ["GET /a", "GET /a/"],
        ["GET /:a/:b", "GET /:b/:a"],
        ["GET /r-:a.pdf", "GET /r-:b.pdf"],
        ["GET /*a", "GET /*b"],
        ["GET /*a?", "GET /*b"],
        ["HEAD /a", "HEAD /a"],
        ["ANY /:a", "ANY /:b"],
        [#"GET /\a"#, "GET /a"],
    ]

    @Test(arguments: conflicting)
    func `names do not tell two routes apart`(routes: [String]) {
        #expect(throws: RouteConflicts.self) { try makeTable(routes) }
    }

    static let compatible: [[String]] = [
        ["GET /a", "HEAD /a"],
        ["GET /a", "ANY /a"],
        ["GET /a", "POST /a"],
        ["GET /*a", "POST /*a?"],
        ["GET /a", "GET /a/*rest?"],
        ["GET /a", "GET /A"],
        ["GET /r-:a.pdf", "GET /r-:a", "GET /:a.pdf", "GET /:a"],
        ["GET /:a", #"GET /\:a"#],
        ["GET /\u{e9}", "GET /e\u{301}"],
    ]

    @Test(arguments: compatible)
    func `routes that differ in method, shape or specificity live together`(routes: [String]) throws
    {
        #expect(try makeTable(routes).entries.count == routes.count)
    }

    @Test func `a location is module, file and line`() {
        let location = CodeLocation(fileID: "Shop/main.swift", line: 12)
        #expect(location.description == "Shop/main.swift:12")
        #expect(CodeLocation().fileID == "FledgeRoutingTests/RouteConflictsTests.swift")
    }
}
