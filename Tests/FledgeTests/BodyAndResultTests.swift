// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import NIOCore
import Testing

struct Item: Codable, Equatable, Sendable {
    var name: String
}

struct Filter: Decodable {
    var name: String
    var page: Int?
}

final class NotSendable: Decodable {
    var name = ""
}

@Controller struct Bodies {
    @POST("/now/json") func json(body: Item) -> Item { body }
    @POST("/now/text") func text(body: String) -> String { body }
    @POST("/now/bytes") func bytes(body: [UInt8]) -> String { "\(body.count)" }
    @POST("/now/buffer") func buffer(body: ByteBuffer) -> String { "\(body.readableBytes)" }
    @POST("/now/optional") func optional(body: Item?) -> String { body?.name ?? "-" }
    @POST("/now/class") func object(body: NotSendable) -> String { body.name }
    @POST("/later/json") func laterJSON(body: Item) async -> Item { body }
    @POST("/later/text") func laterText(body: String) async -> String { body }
    @POST("/later/bytes") func laterBytes(body: [UInt8]) async -> String { "\(body.count)" }
    @POST("/later/buffer") func laterBuffer(body: ByteBuffer) async -> String {
        "\(body.readableBytes)"
    }
    @POST("/later/optional") func laterOptional(body: Item?) async -> String { body?.name ?? "-" }
    @POST("/later/class") func laterObject(body: NotSendable) async -> String { body.name }
    @POST("/stream") func stream(_ body: Body) async throws -> String {
        var count = 0
        for try await chunk in body { count += chunk.readableBytes }
        return "\(count)"
    }
    @POST("/small", body: 4) func small(body: String) -> String { body }
    @QUERY("/search") func search(query: Filter, body: Item) -> String { query.name + body.name }
    @GET("/search") func get(query: Filter) -> String { "\(query.name) \(query.page ?? 0)" }
}

@Controller struct Results {
    @GET("/void") func void() {}
    @GET("/later/void") func laterVoid() async throws {}
    @GET("/value") func value() -> Item { Item(name: "pen") }
    @GET("/some") func some() -> some Encodable & Sendable { Item(name: "pen") }
    @GET("/none") func none() -> Item? { nil }
    @GET("/later/none") func laterNone() async -> Item? { nil }
    @GET("/list") func list() -> [Item] { [Item(name: "pen")] }
    @GET("/json") func json() -> JSON { ["users": []] }
    @GET("/text") func text() -> String { "é" }
    @GET("/html") func html() -> HTML { HTML("<p>") }
    @GET("/created") func created() -> Created<Item> { Created(Item(name: "pen"), at: "/1") }
    @GET("/redirect") func redirect() -> Redirect { .seeOther("/") }
    @GET("/response") func response() -> Response { Response(.accepted) }
    @GET("/throws") func fails() throws -> Item { throw Problem(.conflict, "no") }
    @GET("/typed") func typed() throws(Problem) -> Item { throw Problem(.conflict, "no") }
    @GET("/chunks") func chunks() -> some AsyncSequence<String, Never> & Sendable {
        AsyncStream { continuation in
            continuation.yield("a")
            continuation.yield("b")
            continuation.finish()
        }
    }
    @MainActor @GET("/main") func main() async -> String { "main" }
}

@Suite struct BodyTests {
    @Test(arguments: ["/now", "/later"])
    func `body kinds are the same for handlers that wait and that do not`(_ path: String)
        async throws
    {
        let call = try Calls(Bodies())
        let pen: Body = #"{"name":"pen"}"#
        #expect(
            try await call.json(.post, path + "/json", pen)
                == Answer(status: 200, body: #"{"name":"pen"}"#))
        #expect(
            try await call.json(.post, path + "/class", pen) == Answer(status: 200, body: "pen"))
        #expect(
            try await call.json(.post, path + "/optional", pen) == Answer(status: 200, body: "pen"))
        #expect(try await call(.post, path + "/optional") == Answer(status: 200, body: "-"))
        #expect(
            try await call(.post, path + "/text", "héllo") == Answer(status: 200, body: "héllo"))
        #expect(try await call(.post, path + "/bytes", "héllo") == Answer(status: 200, body: "6"))
        #expect(try await call(.post, path + "/buffer", "héllo") == Answer(status: 200, body: "6"))
        #expect(try await call.json(.post, path + "/json", "{").status == 400)
        #expect(try await call.json(.post, path + "/json", "{}").status == 422)
        #expect(try await call(.post, path + "/json", pen).status == 415)
    }

    @Test func `a form is decoded like JSON`() async throws {
        let answer = try await Calls(Bodies())(
            .post, "/now/json", headers: [.contentType: "application/x-www-form-urlencoded"],
            "name=a+pen")
        #expect(answer == Answer(status: 200, body: #"{"name":"a pen"}"#))
    }

    @Test func `a stream is read by the handler`() async throws {
        #expect(
            try await Calls(Bodies())(.post, "/stream", "12345") == Answer(status: 200, body: "5"))
    }

    @Test func `the attribute limits the body`() async throws {
        let call = try Calls(Bodies())
        #expect(try await call(.post, "/small", "1234").status == 200)
        #expect(try await call(.post, "/small", "12345").status == 413)
        #expect(call.routes.first { $0.pattern == "/small" }?.bodyLimit == 4)
    }

    @Test func `a query of a type of its own is the whole query`() async throws {
        let call = try Calls(Bodies())
        #expect(try await call(.get, "/search?name=a&page=2") == Answer(status: 200, body: "a 2"))
        #expect(try await call(.get, "/search?page=x").status == 400)
        let both = try await call.json(.query, "/search?name=a", #"{"name":"b"}"#)
        #expect(both == Answer(status: 200, body: "ab"))
    }
}

@Suite struct ResultTests {
    @Test(arguments: [
        Row("/void", "", status: 204),
        Row("/later/void", "", status: 204),
        Row("/value", #"{"name":"pen"}"#),
        Row("/some", #"{"name":"pen"}"#),
        Row("/list", #"[{"name":"pen"}]"#),
        Row("/json", #"{"users":[]}"#),
        Row("/text", "é"),
        Row("/html", "<p>"),
        Row("/created", #"{"name":"pen"}"#, status: 201),
        Row("/redirect", "", status: 303),
        Row("/response", "", status: 202),
        Row("/chunks", "ab"),
        Row("/main", "main"),
    ])
    func `the type of the result decides the answer`(_ row: Row) async throws {
        #expect(try await Calls(Results())(.get, row.target) == row.answer)
    }

    @Test(arguments: [("/none", 404), ("/later/none", 404), ("/throws", 409), ("/typed", 409)])
    func `nil is 404, and a thrown problem is its status`(_ target: String, _ status: Int)
        async throws
    {
        #expect(try await Calls(Results())(.get, target).status == status)
    }
}
