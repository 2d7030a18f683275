// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting
import Testing

/// The short cut to routes without parameters; the property tests hold it to the reference too.
@Suite struct `A path of literals` {
    static let routes = [
        "GET /a\\%62", "GET /ab", "GET /users/me", "DELETE /users/:id", "ANY /users/any",
        "GET /a-path-that-is-longer-than-two-words", "GET /",
    ]

    static let rows = [
        ("GET /ab", "GET /ab"),
        // The literal `a%62` is sent as `a%2562`; what is sent as `a%62` is `ab`.
        ("GET /a%62", "GET /ab"),
        ("GET /a%2562", "GET /a\\%62"),
        ("HEAD /users/me", "GET /users/me"),
        ("DELETE /users/me", "DELETE /users/:id [me]"),
        ("BREW /users/any", "ANY /users/any"),
        ("GET /a-path-that-is-longer-than-two-words", "GET /a-path-that-is-longer-than-two-words"),
        ("GET /a-path-that-is-longer-than-two-worlds", "404"),
        ("GET /ab/", "GET /ab"),
        ("GET /", "GET /"),
        ("GET //ab", "404"),
    ]

    @Test(arguments: rows) func `is found as the tree finds it`(_ request: String, _ answer: String)
        throws
    {
        #expect(try makeTable(Self.routes).answer(request) == answer)
    }

    @Test func `is found among a thousand`() throws {
        let routes = (0..<1_000).map { "GET /number/\($0)" }
        let table = try makeTable(routes)
        for route in routes { #expect(table.answer(route) == route) }
        #expect(table.answer("GET /number/1000") == "404")
    }
}
