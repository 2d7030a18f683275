// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting
import Testing

@Suite struct RoutePatternTests {
    /// What is written, the canonical form, the names.
    static let patterns: [(text: String, canonical: String, names: [String])] = [
        ("", "/", []),
        ("/", "/", []),
        ("users", "/users", []),
        ("/users", "/users", []),
        ("/users/", "/users/", []),
        ("/users/:id", "/users/:id", ["id"]),
        (":id", "/:id", ["id"]),
        ("/users/:id/orders/:order_2", "/users/:id/orders/:order_2", ["id", "order_2"]),
        ("/report-:id.pdf", "/report-:id.pdf", ["id"]),
        ("/v:major", "/v:major", ["major"]),
        ("/:name.json", "/:name.json", ["name"]),
        ("/:user-id", "/:user-id", ["user"]),
        ("/:_a", "/:_a", ["_a"]),
        ("/files/*path", "/files/*path", ["path"]),
        ("/files/*path/", "/files/*path/", ["path"]),
        ("/docs/*path?", "/docs/*path?", ["path"]),
        ("*path?", "/*path?", ["path"]),
        ("/straße/日本 語", "/straße/日本 語", []),
        ("/a.b/...", "/a.b/...", []),
        ("/a=b;c@d,(e)+f", "/a=b;c@d,(e)+f", []),
        (#"/\:id"#, #"/\:id"#, []),
        (#"/\*path\?"#, #"/\*path\?"#, []),
        (#"/a\%b\\"#, #"/a\%b\\"#, []),
        ("/\\{\\}\\[\\]\\<\\>\\#", "/\\{\\}\\[\\]\\<\\>\\#", []),
        (#"/:id\s"#, #"/:id\s"#, ["id"]),
        (#"/:id\ß"#, #"/:id\ß"#, ["id"]),
        (#"/:id\+"#, #"/:id\+"#, ["id"]),
        (#"/:id\(1)"#, #"/:id\(1)"#, ["id"]),
        (#"/\u\s\e\r\s"#, "/users", []),
    ]

    @Test(arguments: patterns)
    func `a pattern is read, and printed in its canonical form`(
        text: String, canonical: String, names: [String]
    ) throws {
        let pattern = try RoutePattern(text)
        #expect(pattern.description == canonical)
        #expect(pattern.parameterNames == names)
        #expect(try RoutePattern(canonical) == pattern)
    }

    @Test func `the leading slash is optional`() throws {
        #expect(try RoutePattern("users/:id") == RoutePattern("/users/:id"))
    }

    @Test func `a trailing slash is kept, and the root has none`() throws {
        #expect(try RoutePattern("/users/").hasTrailingSlash)
        #expect(try !RoutePattern("/users").hasTrailingSlash)
        #expect(try !RoutePattern("/").hasTrailingSlash)
    }

    @Test func `texts that only look alike are two patterns`() throws {
        #expect(try RoutePattern("/\u{e9}") != RoutePattern("/e\u{301}"))
    }

    /// Prefix, pattern below it, result.
    static let mounts: [(prefix: String, below: String, result: String)] = [
        ("/users", "/:id", "/users/:id"),
        ("/users/", "/:id", "/users/:id"),
        ("/users", "/", "/users"),
        ("/users/", "", "/users"),
        ("/", "/users/", "/users/"),
        ("/", "/", "/"),
        ("/:tenant", "/files/*path?", "/:tenant/files/*path?"),
        ("/*path", "/", "/*path"),
    ]

    @Test(arguments: mounts)
    func `mounting joins the segments`(prefix: String, below: String, result: String) throws {
        let mounted = try RoutePattern(prefix).appending(RoutePattern(below))
        #expect(mounted.description == result)
    }

    @Test func `mounting below a catch-all is refused`() throws {
        let prefix = try RoutePattern("/files/*path")
        let below = try RoutePattern("/edit")
        let error = #expect(throws: RoutePatternError.self) { try prefix.appending(below) }
        #expect(error?.code == .catchAllNotLast)
        #expect(
            error?.description == """
                The route pattern "/edit" is wrong: it cannot follow "/files/*path": a catch-all \
                takes the rest of the path. Mount it on a prefix without the catch-all.
                """)
    }

    @Test func `mounting refuses a name that the prefix uses`() throws {
        let prefix = try RoutePattern("/users/:id")
        let below = try RoutePattern("/orders/:id")
        let error = #expect(throws: RoutePatternError.self) { try prefix.appending(below) }
        #expect(error?.code == .duplicateName)
        #expect(
            error?.description == """
                The route pattern "/orders/:id" is wrong: the name 'id' is already used by \
                "/users/:id", which it is mounted on. Rename one of the two.
                """)
    }
}
