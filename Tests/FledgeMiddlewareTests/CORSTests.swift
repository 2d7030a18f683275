// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeMiddleware
import Testing

@Suite struct CORSTests {
    private static let shop = "https://shop.example"

    private func app(_ cors: CORS) -> App {
        let app = App.quiet()
        app.use(cors)
        app.get("/users") { _ in Response(.ok, headers: [.vary: "Accept"], body: "ok") }
        app.post("/users") { _ -> String in throw Problem(.conflict, "no") }
        return app
    }

    private func preflight(_ origin: String, _ more: Fields = [:]) -> Fields {
        var headers: Fields = [.origin: origin, .accessControlRequestMethod: "POST"]
        for field in more { headers[field.name] = field.value }
        return headers
    }

    // MARK: Answers

    @Test func `a listed origin is allowed, and caches are told`() async throws {
        let response = try await app(CORS(origins: [Self.shop]))
            .answer(.get, "/users", headers: [.origin: Self.shop])
        #expect(response.headers[.accessControlAllowOrigin] == Self.shop)
        #expect(response.headers[.accessControlAllowCredentials] == nil)
        #expect(response.headers[.vary] == "Accept, Origin")
        #expect(try await response.text() == "ok")
    }

    static let strangers: [Row<String, Void>] = [
        Row("another host", "https://evil.example", ()),
        Row("another scheme", "http://shop.example", ()),
        Row("another port", "https://shop.example:8443", ()),
        Row("a subdomain", "https://a.shop.example", ()),
        Row("a longer host", "https://shop.example.evil.example", ()),
        Row("a prefix", "https://evilshop.example", ()),
        Row("null", "null", ()),
        Row("two at once", "https://shop.example, https://shop.example", ()),
        Row("upper case", "https://SHOP.example", ()),
        Row("empty", "", ()),
    ]

    @Test(arguments: strangers) func `a stranger gets an answer without the fields`(
        _ row: Row<String, Void>
    ) async throws {
        let app = app(CORS(origins: [Self.shop], credentials: true))
        for headers in [[.origin: row.input], preflight(row.input)] as [Fields] {
            let method: Method = headers.contains(.accessControlRequestMethod) ? .options : .get
            let response = try await app.answer(method, "/users", headers: headers)
            #expect(response.headers[.accessControlAllowOrigin] == nil)
            #expect(response.headers[.accessControlAllowCredentials] == nil)
            #expect(response.headers[.accessControlAllowMethods] == nil)
            #expect(response.headers[.vary]?.contains("Origin") == true)
        }
    }

    @Test func `an answer without an origin still varies by it`() async throws {
        let response = try await app(CORS(origins: [Self.shop])).answer(.get, "/users")
        #expect(response.headers[.accessControlAllowOrigin] == nil)
        #expect(response.headers[.vary] == "Accept, Origin")
    }

    @Test func `any origin is a star and does not vary`() async throws {
        let response = try await app(CORS()).answer(.get, "/users", headers: [.origin: Self.shop])
        #expect(response.headers[.accessControlAllowOrigin] == "*")
        #expect(response.headers[.vary] == "Accept")
    }

    @Test func `a rule is asked about every origin but null`() async throws {
        let app = app(CORS(origins: .matching { $0 == "null" || $0.hasSuffix(".shop.example") }))
        let preview = "https://pr-7.shop.example"
        let allowed = try await app.answer(.get, "/users", headers: [.origin: preview])
        #expect(allowed.headers[.accessControlAllowOrigin] == preview)
        let refused = try await app.answer(.get, "/users", headers: [.origin: "null"])
        #expect(refused.headers[.accessControlAllowOrigin] == nil)
    }

    @Test func `credentials and readable fields are on answers`() async throws {
        let cors = CORS(origins: [Self.shop], exposed: [.eTag, .location], credentials: true)
        let response = try await app(cors).answer(.get, "/users", headers: [.origin: Self.shop])
        #expect(response.headers[.accessControlAllowCredentials] == "true")
        #expect(response.headers[.accessControlExposeHeaders] == "ETag, Location")
        #expect(response.headers[.accessControlAllowMethods] == nil)
    }

    @Test(arguments: [(Method.post, "/users", 409), (.get, "/missing", 404), (.put, "/users", 405)])
    func `errors carry the fields`(method: Method, path: String, status: Int) async throws {
        let response = try await app(CORS(origins: [Self.shop]))
            .answer(method, path, headers: [.origin: Self.shop])
        #expect(response.status.code == status)
        #expect(response.headers[.accessControlAllowOrigin] == Self.shop)
    }

    // MARK: Preflights

    @Test func `a preflight is answered with what is allowed`() async throws {
        let cors = CORS(origins: [Self.shop], credentials: true, maxAge: .seconds(600))
        let headers = preflight(
            Self.shop, [.accessControlRequestHeaders: "content-type,  x-tenant"])
        let response = try await app(cors).answer(.options, "/users", headers: headers)
        #expect(response.status == .noContent)
        #expect(response.headers[.accessControlAllowOrigin] == Self.shop)
        #expect(
            response.headers[.accessControlAllowMethods] == "GET, HEAD, PUT, PATCH, POST, DELETE")
        #expect(response.headers[.accessControlAllowHeaders] == "content-type, x-tenant")
        #expect(response.headers[.accessControlAllowCredentials] == "true")
        #expect(response.headers[.accessControlMaxAge] == "600")
        #expect(response.headers[.vary] == "Origin, Access-Control-Request-Headers")
        #expect(response.headers[.accessControlExposeHeaders] == nil)
    }

    @Test func `listed fields and methods replace what is asked for`() async throws {
        let cors = CORS(methods: [.get], headers: [.contentType])
        let headers = preflight(Self.shop, [.accessControlRequestHeaders: "x-tenant"])
        let response = try await app(cors).answer(.options, "/users", headers: headers)
        #expect(response.headers[.accessControlAllowMethods] == "GET")
        #expect(response.headers[.accessControlAllowHeaders] == "Content-Type")
        #expect(response.headers[.vary] == nil)
    }

    @Test func `only field names are sent back`() async throws {
        let headers = preflight(
            Self.shop, [.accessControlRequestHeaders: "x-a, b c, <script>, x-d"])
        let response = try await app(CORS()).answer(.options, "/users", headers: headers)
        #expect(response.headers[.accessControlAllowHeaders] == "x-a, x-d")
    }

    @Test func `an OPTIONS that is no preflight goes to the app`() async throws {
        let response = try await app(CORS(origins: [Self.shop]))
            .answer(.options, "/users", headers: [.origin: Self.shop])
        #expect(response.headers[.allow] == "GET, HEAD, OPTIONS, POST")
        #expect(response.headers[.accessControlAllowOrigin] == Self.shop)
        #expect(response.headers[.accessControlAllowMethods] == nil)
    }

    // MARK: Set-up

    static let mistakes: [Row<CORS.Origins, String?>] = [
        Row("right", ["https://shop.example", "http://localhost:5173"], nil),
        Row("an app's scheme", ["capacitor://localhost"], nil),
        Row("a slash at the end", ["https://shop.example/"], "no slash at the end"),
        Row("a path", ["https://shop.example/cart"], "no slash at the end"),
        Row("no scheme", ["shop.example"], "Write 'https://shop.example'."),
        Row("upper case", ["https://Shop.example"], "Write 'https://shop.example'."),
        Row("its own port", ["https://shop.example:443"], "Write 'https://shop.example'."),
        Row("a star in a list", ["*"], "write `.any`"),
        Row("a wildcard", ["https://*.shop.example"], "Write `.matching"),
        Row("null", ["null"], "anyone can send null"),
        Row("nothing", [], "Leave CORS out."),
    ]

    @Test(arguments: mistakes) func `a list that can never match does not start`(
        _ row: Row<CORS.Origins, String?>
    ) {
        let problems = CORS(origins: row.input).setupProblems
        #expect(problems.count == (row.output == nil ? 0 : 1))
        #expect(problems.first?.contains(row.output ?? "") ?? true, "\(problems)")
    }

    @Test func `credentials for everybody do not start`() {
        #expect {
            _ = try app(CORS(origins: .any, credentials: true)).build()
        } throws: { error in
            "\(error)".contains("any site could act as your users")
        }
    }
}
