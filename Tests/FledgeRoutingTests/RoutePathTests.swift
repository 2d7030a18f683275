// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting
import Testing

@Suite struct RoutePathTests {
    static let paths: [(pattern: String, values: [String: String], path: String)] = [
        ("/", [:], "/"),
        ("/users", [:], "/users"),
        ("/users/", [:], "/users/"),
        ("/users/:id", ["id": "7"], "/users/7"),
        ("/users/:id", ["id": "Ada L"], "/users/Ada%20L"),
        ("/users/:id", ["id": "a/b?c#d%"], "/users/a%2Fb%3Fc%23d%25"),
        ("/users/:id", ["id": "é\u{1}"], "/users/%C3%A9%01"),
        ("/users/:id", ["id": "a+b=c&d;e,f@g:h!$'()*"], "/users/a+b=c&d;e,f@g:h!$'()*"),
        ("/users/:id", ["id": "..."], "/users/..."),
        ("/report-:id.pdf", ["id": "x y"], "/report-x%20y.pdf"),
        ("/.:name", ["name": "well-known"], "/.well-known"),
        ("/straße/:id", ["id": "1"], "/stra%C3%9Fe/1"),
        (#"/100\%"#, [:], "/100%25"),
        ("/files/*path", ["path": "a/b c"], "/files/a/b%20c"),
        ("/files/*path/", ["path": "a"], "/files/a/"),
        ("/docs/*path?", [:], "/docs"),
        ("/docs/*path?", ["path": ""], "/docs"),
        ("/*path?", [:], "/"),
        ("/*path?/", [:], "/"),
        ("/docs/*path?/", [:], "/docs/"),
    ]

    @Test(arguments: paths)
    func `values make a path, percent-encoded`(
        pattern: String, values: [String: String], path: String
    ) throws {
        #expect(try RoutePattern(pattern).path(values) == path)
    }

    @Test func `a slash within a segment of a catch-all is encoded`() throws {
        let pattern = try RoutePattern("/:tenant/files/*path")
        let path = try pattern.path(["tenant": "acme"], catchAll: ["a/b", "c"])
        #expect(path == "/acme/files/a%2Fb/c")
        #expect(try RoutePattern("/docs/*path?").path(catchAll: []) == "/docs")
    }

    static let refusals: [(pattern: String, values: [String: String], problems: String)] = [
        ("/users/:id", [:], "'id' has no value"),
        ("/users", ["page": "1"], "there is no parameter 'page'"),
        (
            "/users/:id/orders/:order", ["ordr": "1", "x": "2"],
            "'id' has no value; 'order' has no value; "
                + "there is no parameter 'ordr'; there is no parameter 'x'"
        ),
        ("/users/:id", ["id": ""], "the value of 'id' is empty, and no request would match it"),
        (
            "/users/:id", ["id": ".."],
            "the value of 'id' makes a '.' or '..' segment, which clients resolve away"
        ),
        (
            "/.:name", ["name": "."],
            "the value of 'name' makes a '.' or '..' segment, which clients resolve away"
        ),
        ("/files/*path", [:], "'path' has no value"),
        (
            "/files/*path", ["path": ""],
            "the value of 'path' is empty, and no request would match it"
        ),
        (
            "/files/*path?", ["path": "a//b"],
            "the value of 'path' has an empty segment; "
                + "remove its leading, trailing or double '/'"
        ),
        (
            "/files/*path", ["path": "a/../b"],
            "the value of 'path' makes a '.' or '..' segment, which clients resolve away"
        ),
    ]

    @Test(arguments: refusals)
    func `values that make no path are named, all at once`(
        pattern: String, values: [String: String], problems: String
    ) throws {
        let pattern = try RoutePattern(pattern)
        let error = #expect(throws: RoutePathError.self) { try pattern.path(values) }
        #expect(error?.description == "No path for \"\(pattern)\": \(problems).")
    }

    @Test func `the error lists missing and superfluous names`() throws {
        let pattern = try RoutePattern("/:a/:b/*c")
        let error = #expect(throws: RoutePathError.self) {
            try pattern.path(["b": "1", "z": "", "y": ""])
        }
        #expect(error?.missing == ["a", "c"])
        #expect(error?.superfluous == ["y", "z"])
        #expect(error?.pattern == "/:a/:b/*c")
        #expect(error?.code == "FLEDGE_PATH_VALUES")
    }

    @Test func `segments without a catch-all to take them are refused`() throws {
        let error = #expect(throws: RoutePathError.self) {
            try RoutePattern("/users").path(catchAll: ["a"])
        }
        #expect(
            error?.description
                == "No path for \"/users\": segments were given for a catch-all, and the pattern has none."
        )
    }

    @Test func `a catch-all given twice is refused`() throws {
        let error = #expect(throws: RoutePathError.self) {
            try RoutePattern("/*path").path(["path": "a"], catchAll: ["a"])
        }
        #expect(
            error?.description
                == "No path for \"/*path\": 'path' was given as text and as segments; give it once."
        )
    }
}
