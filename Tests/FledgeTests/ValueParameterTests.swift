// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import Testing

@Controller struct Values {
    enum Order: String, CaseIterable { case name, age }
    struct ID: RawRepresentable, Sendable { var rawValue: Int }

    @GET("/int/:id") func int(id: Int) -> String { "\(id)" }
    @GET("/waiting/:id") func waiting(id: Int) async -> String { "\(id)" }
    @GET("/id/:id") func id(id: ID) -> String { "\(id.rawValue)" }
    @GET("/files/*path") func files(path: [String]) -> String { path.joined(separator: "|") }
    @GET("/report-:year.pdf") func report(year: Int) -> String { "\(year)" }
    @GET("/external/:for") func external(for year: Int) -> String { "\(year)" }
    @GET("/unlabelled/:x") func unlabelled(_ x: Int) -> String { "\(x)" }
    @GET("/keyword/:in") func keyword(in: String) -> String { `in` }

    @GET("/page") func page(page: Int = 1, limit: Int = Values.limit) -> String {
        "\(page) \(limit)"
    }
    @GET("/order") func order(order: Order = .name) -> String { order.rawValue }
    @GET("/optional") func optional(order: Order?, n: Int?) -> String {
        "\(order?.rawValue ?? "-") \(n.map(String.init) ?? "-")"
    }
    @GET("/tags") func tags(tag: [String], order: [Order] = [.age]) -> String {
        "\(tag.joined(separator: ",")) \(order.map(\.rawValue).joined(separator: ","))"
    }
    @GET("/flag") func flag(full: Bool = false) async -> String { "\(full)" }
    @GET("/two") func two(a: Int, b: Double, c: Order) -> String { "\(a) \(b) \(c)" }
    @GET("/query") func named(query: String?) -> String { query ?? "-" }

    static let limit = 20
}

/// One request and its answer.
struct Row: Sendable, CustomTestStringConvertible {
    let target: String
    let answer: Answer

    init(_ target: String, _ body: String, status: Int = 200) {
        self.target = target
        answer = Answer(status: status, body: body)
    }

    var testDescription: String { target }
}

@Suite struct ValueParameterTests {
    @Test(arguments: [
        Row("/int/7", "7"),
        Row("/waiting/7", "7"),
        Row("/id/7", "7"),
        Row("/files/a/b%20c", "a|b c"),
        Row("/report-2026.pdf", "2026"),
        Row("/external/3", "3"),
        Row("/unlabelled/3", "3"),
        Row("/keyword/a", "a"),
    ])
    func `a parameter with the name of a placeholder comes from the path`(_ row: Row) async throws {
        let call = try Calls(Values(), at: "/v")
        #expect(try await call(.get, "/v" + row.target) == row.answer)
    }

    @Test(arguments: ["/int/x", "/waiting/x", "/id/9999999999999999999", "/report-x.pdf"])
    func `a path that does not parse is 404`(_ target: String) async throws {
        let call = try Calls(Values())
        #expect(try await call(.get, target).status == 404)
    }

    @Test(arguments: [
        Row("/page", "1 20"),
        Row("/page?page=3", "3 20"),
        Row("/page?limit=5&page=2", "2 5"),
        Row("/order", "name"),
        Row("/order?order=age", "age"),
        Row("/optional", "- -"),
        Row("/optional?n=&order=age", "age -"),
        Row("/tags", " age"),
        Row("/tags?tag=a&tag=b&order=name&order=age", "a,b name,age"),
        Row("/tags?tag[]=a&tag[]=b", "a,b age"),
        Row("/flag", "false"),
        Row("/flag?full", "true"),
        Row("/flag?full=no", "false"),
        Row("/two?a=1&b=2.5&c=age", "1 2.5 age"),
        Row("/query", "-"),
        Row("/query?query=swift+6", "swift 6"),
    ])
    func `other values come from the query`(_ row: Row) async throws {
        let call = try Calls(Values())
        #expect(try await call(.get, row.target) == row.answer)
    }

    @Test func `everything that is wrong with a query is told at once`() async throws {
        let answer = try await Calls(Values())(.get, "/two?a=x&b=1&b=2")
        #expect(answer.status == 400)
        for name in ["'a'", "'b'", "'c'"] {
            #expect(answer.body.contains("The query parameter \(name)"))
        }
    }
}
