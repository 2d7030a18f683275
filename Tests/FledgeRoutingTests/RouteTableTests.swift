// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting
import Testing

@Suite struct RouteTableTests {
    typealias Row = (request: String, answer: String)

    @Suite struct Specificity {
        static let routes = [
            "GET /*rest?", "GET /f/*rest", "GET /f/:name", "GET /f/:name.pdf", "GET /f/r-:id",
            "GET /f/r-:id.pdf", "GET /f/re-:id", "GET /f/r-1.pdf", "GET /", "GET /f",
            "GET /o/*rest?", "GET /o", "GET /:a/x/:b", "GET /:a/:b/y", "GET /deep/:b/y",
        ]

        static let rows: [Row] = [
            ("GET /", "GET /"),
            ("GET /f", "GET /f"),
            ("GET /f/r-1.pdf", "GET /f/r-1.pdf"),
            ("GET /f/r-2.pdf", "GET /f/r-:id.pdf [2]"),
            ("GET /f/r-2.txt", "GET /f/r-:id [2.txt]"),
            ("GET /f/re-2.pdf", "GET /f/re-:id [2.pdf]"),
            ("GET /f/r-.pdf", "GET /f/r-:id [.pdf]"),
            ("GET /f/r-", "GET /f/:name [r-]"),
            ("GET /f/a.pdf", "GET /f/:name.pdf [a]"),
            ("GET /f/.pdf", "GET /f/:name [.pdf]"),
            ("GET /f/a", "GET /f/:name [a]"),
            ("GET /f/a/b/c", "GET /f/*rest [a/b/c]"),
            ("GET /f/x/b", "GET /f/*rest [x/b]"),
            ("GET /o", "GET /o"),
            ("GET /o/1", "GET /o/*rest? [1]"),
            ("GET /g", "GET /*rest? [g]"),
            ("GET /g/h/i", "GET /*rest? [g/h/i]"),
            // From the left: the earlier literal wins over more literals later.
            ("GET /deep/x/y", "GET /deep/:b/y [x]"),
            ("GET /g/x/y", "GET /:a/x/:b [g, y]"),
            ("GET /g/h/y", "GET /:a/:b/y [g, h]"),
        ]

        @Test(arguments: rows)
        func `the most specific route answers, in any order of registration`(row: Row) throws {
            #expect(try makeTable(Self.routes).answer(row.request) == row.answer)
            #expect(try makeTable(Self.routes.reversed()).answer(row.request) == row.answer)
        }

        @Test func `a match by index names the entry in the order of registration`() throws {
            let table = try makeTable(["GET /b", "GET /a"])
            let index = Array("/a".utf8).withUnsafeBytes {
                table.matchIndex(path: $0, method: "GET")
            }
            #expect(index == .found(1, PathCaptures()))
            #expect(table.entries[1].value == "GET /a")
        }

        @Test func `an empty table finds nothing`() throws {
            #expect(try makeTable([]).answer("GET /") == "404")
        }

        @Test func `a route that takes zero or more segments also answers its prefix`() throws {
            let table = try makeTable(["GET /docs/*path?", "GET /files/*path"])
            #expect(table.answer("GET /docs") == "GET /docs/*path? []")
            #expect(table.answer("GET /docs/a/b") == "GET /docs/*path? [a/b]")
            #expect(table.answer("GET /files") == "404")
        }
    }

    @Suite struct Methods {
        static let routes = [
            "GET /users/me", "HEAD /users/:id", "GET /users/:id", "DELETE /users/:id",
            "POST /users", "QUERY /users", "GET /any", "ANY /any", "PUT /*rest", "ANY /hook/:id",
            "GET /hook/ping",
        ]

        static let rows: [Row] = [
            ("GET /users/me", "GET /users/me"),
            ("DELETE /users/me", "DELETE /users/:id [me]"),
            ("PUT /users/me", "PUT /*rest [users/me]"),
            ("PATCH /users/me", "405 DELETE, GET, HEAD, PUT (GET /users/me)"),
            ("PATCH /users/7", "405 DELETE, GET, HEAD, PUT (HEAD /users/:id [7])"),
            ("OPTIONS /users", "405 POST, PUT, QUERY (POST /users)"),
            ("QUERY /users", "QUERY /users"),
            ("query /users", "405 POST, PUT, QUERY (POST /users)"),
            ("HEAD /users/7", "HEAD /users/:id [7]"),
            // The GET of the more specific path, not the explicit HEAD of the less specific one.
            ("HEAD /users/me", "GET /users/me"),
            ("HEAD /users", "405 POST, PUT, QUERY (POST /users)"),
            ("GET /any", "GET /any"),
            ("HEAD /any", "GET /any"),
            ("DELETE /any", "ANY /any"),
            ("BREW /any", "ANY /any"),
            ("GET /hook/ping", "GET /hook/ping"),
            ("POST /hook/ping", "ANY /hook/:id [ping]"),
            ("HEAD /hook/1", "ANY /hook/:id [1]"),
            ("GET /none", "405 PUT (PUT /*rest [none])"),
            ("GET /", "404"),
        ]

        @Test(arguments: rows)
        func `path and method are matched together`(row: Row) throws {
            #expect(try makeTable(Self.routes).answer(row.request) == row.answer)
        }

        @Test func `the nearest route of a wrong method is the first registered at its path`()
            throws
        {
            let table = try makeTable(["POST /a/:x", "GET /a/:y", "DELETE /a/*z"])
            #expect(table.answer("PUT /a/1") == "405 DELETE, GET, HEAD, POST (POST /a/:x [1])")
        }
    }

    @Suite struct `Dead ends` {
        static let routes = [
            "GET /a/b/c", "GET /a/:x/d", "GET /:y/b/e", "GET /:y/:x/:z/f", "GET /p-:q/b/g",
            "GET /*rest",
        ]

        static let rows: [Row] = [
            ("GET /a/b/c", "GET /a/b/c"),
            ("GET /a/b/d", "GET /a/:x/d [b]"),
            ("GET /a/b/e", "GET /:y/b/e [a]"),
            ("GET /a/b/c/f", "GET /:y/:x/:z/f [a, b, c]"),
            ("GET /p-1/b/g", "GET /p-:q/b/g [1]"),
            ("GET /p-1/b/e", "GET /:y/b/e [p-1]"),
            ("GET /a/b/c/g", "GET /*rest [a/b/c/g]"),
            ("GET /a", "GET /*rest [a]"),
        ]

        @Test(arguments: rows)
        func `a dead end is left for the next less specific route`(row: Row) throws {
            #expect(try makeTable(Self.routes).answer(row.request) == row.answer)
        }

        @Test func `captures of a dead end beyond the fourth are taken back`() throws {
            let table = try makeTable(["GET /:a/:b/:c/:d/:e/:f/end", "GET /:a/:b/:c/:d/*rest"])
            #expect(
                table.answer("GET /1/2/3/4/5/6/end")
                    == "GET /:a/:b/:c/:d/:e/:f/end [1, 2, 3, 4, 5, 6]")
            #expect(
                table.answer("GET /1/2/3/4/5/6/7") == "GET /:a/:b/:c/:d/*rest [1, 2, 3, 4, 5/6/7]")
        }
    }

    @Suite struct Text {
        static let routes = [
            "GET /users/:id", "GET /users/:id/x", "GET /straße", "GET /a b/r-:e.ß",
            #"GET /100\%"#, "GET /files/*path", "GET /r-:id.pdf", #"GET /né:id\ß"#,
        ]

        static let rows: [Row] = [
            ("GET /Users/7", "404"),
            ("GET /%75sers/7", "GET /users/:id [7]"),
            ("GET /stra%C3%9Fe", "GET /straße"),
            ("GET /stra%c3%9fe", "GET /straße"),
            ("GET /straße", "GET /straße"),
            ("GET /stra%C3%9F", "404"),
            ("GET /stra%C3%9Fee", "404"),
            ("GET /a%20b/r-1.%C3%9F", "GET /a b/r-:e.ß [1]"),
            ("GET /a%20b/%72%2D%31.%C3%9F", "GET /a b/r-:e.ß [%31]"),
            ("GET /a%20b/r-.%C3%9F", "404"),
            ("GET /a+b/r-1.%C3%9F", "404"),
            ("GET /n%C3%A9%C3%A9%C3%9F", #"GET /né:id\ß [%C3%A9]"#),
            ("GET /100%25", #"GET /100\%"#),
            ("GET /100%", "404"),
            ("GET /100%2", "404"),
            ("GET /r-%zz.pdf", "404"),
            ("GET /users/%zz", "GET /users/:id [%zz]"),
            ("GET /users/a%2Fx", "GET /users/:id [a%2Fx]"),
            ("GET /files/a%2Fb/c", "GET /files/*path [a%2Fb/c]"),
        ]

        @Test(arguments: rows)
        func `literal text is compared with the decoded segment`(row: Row) throws {
            #expect(try makeTable(Self.routes).answer(row.request) == row.answer)
        }

        @Test func `an escaped segment finds its literal among thousands`() throws {
            let table = try makeTable((0..<1000).map { "GET /café-\($0)" })
            #expect(table.answer("GET /caf%C3%A9-77%37") == "GET /café-777")
            #expect(table.answer("GET /caf%C3%A9-1000") == "404")
        }

        static let unmatched = [
            "//", "///", "//users/7", "/users//", "/users//7", "/users/7//", "/files//a",
            "/files/a//b", "/files/a//", "/files//", "/files/", "/files", "*", "", "users/7",
            "http://shop.example/users/7",
        ]

        @Test(arguments: unmatched)
        func `no route matches an empty segment or a path without its slash`(path: String) throws {
            #expect(try makeTable(Self.routes).match(path: path, method: "GET") == .notFound)
        }
    }
}
