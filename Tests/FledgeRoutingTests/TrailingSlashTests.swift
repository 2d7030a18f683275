// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting
import Testing

@Suite struct TrailingSlashTests {
    static let routes = [
        "GET /users", "GET /posts/", "POST /both", "GET /both/", "GET /files/*path",
        "GET /docs/*path?", "GET /dirs/*path/", "GET /p/:id/", "GET /",
    ]

    /// The request and its answer under `.ignore`, `.strict` and `.redirect`.
    typealias Row = (request: String, ignore: String, strict: String, redirect: String)

    static let rows: [Row] = [
        ("GET /users", "GET /users", "GET /users", "GET /users"),
        ("GET /users/", "GET /users", "404", "redirect remove"),
        ("GET /users//", "404", "404", "404"),
        ("GET /posts", "GET /posts/", "404", "redirect add"),
        ("GET /posts/", "GET /posts/", "GET /posts/", "GET /posts/"),
        ("GET /both/", "GET /both/", "GET /both/", "GET /both/"),
        ("POST /both", "POST /both", "POST /both", "POST /both"),
        (
            "GET /both", "GET /both/", "405 POST (POST /both)", "405 POST (POST /both)"
        ),
        ("GET /files/", "404", "404", "404"),
        ("GET /files/a", "GET /files/*path [a]", "GET /files/*path [a]", "GET /files/*path [a]"),
        ("GET /files/a/", "GET /files/*path [a]", "404", "redirect remove"),
        ("GET /docs", "GET /docs/*path? []", "GET /docs/*path? []", "GET /docs/*path? []"),
        ("GET /docs/", "GET /docs/*path? []", "404", "redirect remove"),
        ("GET /dirs/a/b", "GET /dirs/*path/ [a/b]", "404", "redirect add"),
        (
            "GET /dirs/a/b/", "GET /dirs/*path/ [a/b]", "GET /dirs/*path/ [a/b]",
            "GET /dirs/*path/ [a/b]"
        ),
        ("GET /p/1", "GET /p/:id/ [1]", "404", "redirect add"),
        ("GET /p/1/", "GET /p/:id/ [1]", "GET /p/:id/ [1]", "GET /p/:id/ [1]"),
        // The client learns about the method at the right address.
        ("POST /users/", "405 GET, HEAD (GET /users)", "404", "redirect remove"),
        ("GET /", "GET /", "GET /", "GET /"),
        ("GET //", "404", "404", "404"),
        ("GET /none/", "404", "404", "404"),
    ]

    @Test(arguments: rows)
    func `one slash at the end follows the policy`(row: Row) throws {
        #expect(
            try makeTable(Self.routes, trailingSlash: .ignore).answer(row.request) == row.ignore)
        #expect(
            try makeTable(Self.routes, trailingSlash: .strict).answer(row.request) == row.strict)
        #expect(
            try makeTable(Self.routes, trailingSlash: .redirect).answer(row.request) == row.redirect
        )
    }

    @Test(arguments: [TrailingSlash.ignore, .strict, .redirect])
    func `the root is one path in every policy`(policy: TrailingSlash) throws {
        let table = try makeTable(["GET /*path?/"], trailingSlash: policy)
        #expect(table.answer("GET /") == "GET /*path?/ []")
    }

    @Test func `both forms conflict only where they are one`() throws {
        let routes = ["GET /users", "GET /users/"]
        #expect(throws: RouteConflicts.self) { try makeTable(routes) }
        let table = try makeTable(routes, trailingSlash: .strict)
        #expect(table.answer("GET /users") == "GET /users")
        #expect(table.answer("GET /users/") == "GET /users/")
    }
}
