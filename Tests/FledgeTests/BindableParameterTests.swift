// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import Testing

struct Caller: RequestBindable {
    let name: String

    static func bind(from request: Request, name: String) throws -> Caller {
        guard let value = request.headers["X-Caller"] else { throw Problem(.unauthorized, "Who?") }
        return Caller(name: value)
    }
}

struct LoadedCaller: AsyncRequestBindable {
    let name: String

    static func bind(from request: Request, name: String) async throws -> LoadedCaller {
        await Task.yield()
        return LoadedCaller(name: try Caller.bind(from: request, name: name).name + " of " + name)
    }
}

struct NewItem: Decodable {
    let name: String
}

@Controller struct Bindables {
    @GET("/whole") func whole(request: Request) -> String { request.path }
    @GET("/caller") func caller(caller: Caller) -> String { caller.name }
    @GET("/loaded") func loaded(me: LoadedCaller) async -> String { me.name }
    @GET("/header") func header(userAgent: Header<String>, age: Header<Int>?) -> String {
        "\(userAgent.value) \(age?.value ?? 0)"
    }
    @GET("/cookie") func cookie(theme: Cookie<String>?) -> String { theme?.value ?? "-" }
    @POST("/all/:id") func all(
        body: NewItem, page: Int, caller: Caller, id: Int
    ) -> String { "\(body.name) \(page) \(caller.name) \(id)" }
    @POST("/waiting/:id") func waiting(
        body: NewItem, page: Int, me: LoadedCaller, id: Int
    ) async -> String { "\(body.name) \(page) \(me.name) \(id)" }
}

@Suite struct BindableParameterTests {
    @Test func `the request binds itself`() async throws {
        #expect(
            try await Calls(Bindables())(.get, "/whole?x=1") == Answer(status: 200, body: "/whole"))
    }

    @Test func `a bindable is made from the request`() async throws {
        let call = try Calls(Bindables())
        let known = try await call(.get, "/caller", headers: fields(("X-Caller", "ada")))
        #expect(known == Answer(status: 200, body: "ada"))
        #expect(try await call(.get, "/caller").status == 401)
    }

    @Test func `a bindable may wait, and knows its label`() async throws {
        let call = try Calls(Bindables())
        let known = try await call(.get, "/loaded", headers: fields(("X-Caller", "ada")))
        #expect(known == Answer(status: 200, body: "ada of me"))
        #expect(try await call(.get, "/loaded").status == 401)
    }

    @Test func `headers and cookies are named by the label`() async throws {
        let call = try Calls(Bindables())
        let header = try await call(.get, "/header", headers: [.userAgent: "curl", .age: "7"])
        #expect(header == Answer(status: 200, body: "curl 7"))
        #expect(try await call(.get, "/header").status == 400)
        let cookie = try await call(.get, "/cookie", headers: [.cookie: "theme=dark"])
        #expect(cookie == Answer(status: 200, body: "dark"))
        #expect(try await call(.get, "/cookie") == Answer(status: 200, body: "-"))
    }

    @Test(arguments: ["/all", "/waiting"])
    func `path comes before bindables, those before the query, and the body last`(
        _ path: String
    ) async throws {
        let call = try Calls(Bindables())
        let known: Fields = fields(("X-Caller", "ada"))
        let json: Fields = fields(
            ("X-Caller", "ada"), ("Content-Type", "application/json"))
        #expect(try await call(.post, "\(path)/x", "{").status == 404)
        #expect(try await call(.post, "\(path)/1", "{").status == 401)
        #expect(try await call(.post, "\(path)/1", headers: json, "{").status == 400)
        let query = try await call(.post, "\(path)/1", headers: json, "{")
        #expect(query.body.contains("invalid_query"))
        #expect(try await call(.post, "\(path)/1?page=2", headers: known, "{").status == 415)
        #expect(try await call(.post, "\(path)/1?page=2", headers: json, "{").status == 400)
        #expect(try await call(.post, "\(path)/1?page=2", headers: json, "{}").status == 422)
        let done = try await call(.post, "\(path)/1?page=2", headers: json, #"{"name":"pen"}"#)
        #expect(done.status == 200)
        #expect(done.body.hasPrefix("pen 2 ada"))
    }
}
