// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeRouting

@Suite struct RouteExplanationTests {
    private static let routes = [
        ("GET", "/users"), ("GET", "/users/me"), ("GET", "/users/:id"), ("DELETE", "/users/:id"),
        ("GET", "/users/:id/orders"), (nil, "/users/:id"), ("GET", "/report-:id.pdf"),
        ("GET", "/files/*path"), ("GET", "/docs/*path?"), ("GET", "/docs"), ("GET", "/:page"),
    ]

    private static func explain(
        _ method: String, _ path: String, slash: TrailingSlash = .ignore
    ) throws -> [String: String] {
        let entries = try routes.enumerated().map { index, route in
            RouteEntry(
                try RoutePattern(route.1), method: route.0, location: CodeLocation(), value: index)
        }
        let table = try RouteTable(entries, trailingSlash: slash)
        let explanation = RouteExplanation(of: table, method: method, path: path)
        return Dictionary(
            uniqueKeysWithValues: explanation.candidates.map { candidate in
                let route = routes[candidate.entry]
                return ("\(route.0 ?? "*") \(route.1)", candidate.reason ?? "answers")
            })
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var request: (String, String)
        var route: String
        var reason: String
        var testDescription: String { "\(request.0) \(request.1), \(route)" }
    }

    static let cases: [Case] = [
        Case(request: ("GET", "/users/me"), route: "GET /users/me", reason: "answers"),
        Case(
            request: ("GET", "/users/me"), route: "GET /users/:id",
            reason: "at segment 2 it has :id, and 'me' of /users/me is more specific: "
                + "text comes before a parameter"),
        Case(
            request: ("GET", "/users/me"), route: "GET /users",
            reason: "it ends after 1 segment, and the path goes on"),
        Case(
            request: ("GET", "/users/me"), route: "GET /users/:id/orders",
            reason: "it goes on after segment 2, with 'orders'"),
        Case(
            request: ("GET", "/users/me"), route: "GET /files/*path",
            reason: "segment 1 is 'users', and not 'files'"),
        Case(
            request: ("DELETE", "/users/me"), route: "GET /users/me",
            reason: "it has the path, and answers GET and HEAD only"),
        Case(request: ("DELETE", "/users/me"), route: "DELETE /users/:id", reason: "answers"),
        Case(
            request: ("DELETE", "/users/me"), route: "* /users/:id",
            reason: "it answers any method, and a route for DELETE comes first"),
        Case(request: ("PUT", "/users/1"), route: "* /users/:id", reason: "answers"),
        Case(request: ("HEAD", "/users/1"), route: "GET /users/:id", reason: "answers"),
        Case(
            request: ("GET", "/report-7.pdf"), route: "GET /:page",
            reason: "at segment 1 it has :page, and 'report-:id.pdf' of /report-:id.pdf is more "
                + "specific: a parameter with text around it comes before a plain one"),
        Case(
            request: ("GET", "/report-.pdf"), route: "GET /report-:id.pdf",
            reason: "segment 1, 'report-.pdf', does not fit 'report-:id.pdf'"),
        Case(
            request: ("GET", "/files"), route: "GET /files/*path",
            reason: "'*path' needs at least one more segment"),
        Case(
            request: ("GET", "/docs"), route: "GET /docs/*path?",
            reason: "its catch-all would match nothing there, and a route that ends there is first"),
        Case(
            request: ("GET", "/users//orders"), route: "GET /users/:id/orders",
            reason: "segment 2 is empty, which no route matches"),
        Case(request: ("GET", "/%75sers/me"), route: "GET /users/me", reason: "answers"),
    ]

    @Test(arguments: cases)
    func `each route has its reason`(row: Case) throws {
        #expect(try Self.explain(row.request.0, row.request.1)[row.route] == row.reason)
    }

    @Test func `where the slash at the end counts, it is a reason`() throws {
        let reasons = try Self.explain("GET", "/users/", slash: .strict)
        #expect(reasons["GET /users"] == "it has no slash at its end, and the path has one")
        #expect(try Self.explain("GET", "/users/")["GET /users"] == "answers")
    }

    /// A route without a reason would be one that fits and was passed over.
    @Test func `who answers is what the table says, and everybody else has a reason`() throws {
        let paths = [
            "/", "/users", "/users/", "/users/me", "/users/1", "/users/1/orders", "/docs",
            "/docs/a",
            "/files/a/b", "/report-1.pdf", "/x", "//", "/users//", "/%", "/docs//a", "",
        ]
        for path in paths {
            for method in ["GET", "HEAD", "POST", "DELETE"] {
                let entries = try Self.routes.map { route in
                    RouteEntry(
                        try RoutePattern(route.1), method: route.0, location: CodeLocation(),
                        value: route.1)
                }
                let table = try RouteTable(entries)
                let explanation = RouteExplanation(of: table, method: method, path: path)
                let answering = explanation.candidates.filter { $0.reason == nil }.map(\.entry)
                if case .found(let index, _) = explanation.outcome {
                    #expect(answering == [index])
                } else {
                    #expect(answering == [])
                }
                #expect(
                    !explanation.candidates.contains {
                        $0.reason == "another route comes before it"
                    },
                    "\(method) \(path)")
            }
        }
    }
}
