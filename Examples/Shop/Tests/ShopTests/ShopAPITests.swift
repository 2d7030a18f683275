// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import FledgeTesting
import ShopServices
import Testing

@testable import Shop

/// The whole app, in the process and over a socket, by files (`/api`) and by code (`/v1`).
@Suite struct ShopAPITests {
    static let depthsAndPrefixes = TestDepth.allCases.flatMap { depth in
        ["/api", "/v1"].map { (depth, $0) }
    }

    private func withShop(
        _ depth: TestDepth, _ body: (TestClient, Services) async throws -> Void
    ) async throws {
        let services = Services(stores: .inMemory())
        _ = try await services.products.create(
            NewProduct(name: "Feather", price: Money(250, .eur), stock: 10))
        let environment = Environment(mode: .test, values: [:])
        try await makeApp(services: services, environment: environment).test(depth) {
            try await body($0, services)
        }
    }

    @Test(arguments: depthsAndPrefixes)
    func `a customer signs up and orders`(depth: TestDepth, prefix: String) async throws {
        try await withShop(depth) { client, _ in
            let ada = NewUser(name: "Ada", email: "ada@example.com")
            let created = try await client.post("\(prefix)/users", json: ada)
            #expect(created.status == .created, "\(created)")
            #expect(created.headers[.location] == "\(prefix)/users/1")

            let user = try await client.get("\(prefix)/users/1").json(User.self)
            #expect(user.email == "ada@example.com")

            let new = NewOrder(userID: user.id, lines: [.init(productID: 1, quantity: 3)])
            let placed = try await client.post("\(prefix)/orders", json: new)
            #expect(placed.status == .created, "\(placed)")
            #expect(try placed.json(Order.self).total == Money(750, .eur))
            #expect(try await client.get("\(prefix)/products/1").json(Product.self).stock == 7)

            let mine = try await client.get("\(prefix)/orders", headers: user.credentials)
            #expect(try mine.json(Page<Order>.self).total == 1)

            let cancelled = try await client.delete("\(prefix)/orders/1", headers: user.credentials)
            #expect(try cancelled.json(Order.self).status == .cancelled)
            #expect(try await client.get("\(prefix)/products/1").json(Product.self).stock == 10)
        }
    }

    @Test(arguments: TestDepth.allCases)
    func `only the staff moves an order on, one state after the other`(depth: TestDepth)
        async throws
    {
        try await withShop(depth) { client, services in
            let user = try await services.users.create(NewUser(name: "Ada", email: "a@example.com"))
            let new = NewOrder(userID: user.id, lines: [.init(productID: 1, quantity: 1)])
            _ = try await services.orders.place(new, by: .customer(user.id))
            let target = "/api/staff/orders/1/status"

            let asNobody = try await client.put(target, json: ["status": "paid"])
            #expect(asNobody.status == .unauthorized)
            let asCustomer = try await client.put(
                target, json: ["status": "paid"], headers: user.credentials)
            #expect(asCustomer.status == .forbidden)

            var staff = client
            staff.headers["X-Staff"] = "yes"
            let tooEarly = try await staff.put(target, json: ["status": "shipped"])
            #expect(tooEarly.status == .conflict)
            for status in ["paid", "shipped", "delivered"] {
                let moved = try await staff.put(target, json: ["status": status])
                #expect(try moved.json(Order.self).status.rawValue == status)
            }
            let unknown = try await staff.put(target, json: ["status": "lost"])
            #expect(unknown.status == .unprocessableContent)
            #expect(unknown.text.contains("/status"))
        }
    }

    @Test(arguments: ["", "ada", "0", "-1", "1.0", "1, 2"], [nil, "yes"])
    func `who cannot be anybody is nobody, even beside the staff`(id: String, staff: String?)
        async throws
    {
        try await withShop(.inProcess) { client, _ in
            var headers: Fields = [:]
            headers["X-User-ID"] = id
            headers["X-Staff"] = staff
            let response = try await client.get("/api/orders", headers: headers)
            #expect(response.status == .unauthorized)
            #expect(response.headers[.wwwAuthenticate] == "X-User-ID, X-Staff")
        }
    }

    @Test func `nothing is for free`() async throws {
        try await withShop(.inProcess) { client, _ in
            var staff = client
            staff.headers["X-Staff"] = "yes"
            let answer = try await staff.post(
                "/api/staff/products",
                json: [
                    "name": "Air", "price": ["amount": 0, "currency": "EUR"], "stock": 1,
                ] as JSON)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("/price/amount"))
        }
    }

    @Test func `the landing page lists every route`() async throws {
        try await withShop(.inProcess) { client, _ in
            let page = try await client.get("/")
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            for path in ["/api/users/:id", "/v1/orders", "/api/staff/products"] {
                #expect(page.text.contains("<code>\(path)</code>"))
            }
            let line = "curl -s -X PUT -H 'X-Staff: yes' -H 'X-User-ID: 1'"
            #expect(page.text.contains(HTML.escape(line)))
        }
    }

    /// One bad request, and what it must be answered with.
    struct BadRequest: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var method: Method = .post
        var path: String
        var contentType: String? = "application/json"
        var body = ""
        var status: Status
        /// What the document must contain.
        var says: [String]
    }

    static let badRequests = [
        BadRequest(
            testDescription: "malformed JSON", path: "/users", body: "{\"name\": \"Ada\",\n oops}",
            status: .badRequest, says: ["line 2, column 2", "\"line\":2", "\"column\":2"]),
        BadRequest(
            testDescription: "missing field", path: "/users", body: #"{"name":"Ada"}"#,
            status: .unprocessableContent, says: [#""pointer":"/email""#, #""code":"missing""#]),
        BadRequest(
            testDescription: "wrong type", path: "/orders",
            body: #"{"userID":1,"lines":[{"productID":1,"quantity":"two"}]}"#,
            status: .unprocessableContent, says: [#""pointer":"/lines/0/quantity""#]),
        BadRequest(
            testDescription: "broken rules, all of them", path: "/users",
            body: #"{"name":"","email":"nowhere"}"#,
            status: .unprocessableContent, says: [#""pointer":"/name""#, #""pointer":"/email""#]),
        BadRequest(
            testDescription: "wrong media type", path: "/users", contentType: "text/plain",
            body: "Ada", status: .unsupportedMediaType, says: ["text/plain", "application/json"]),
        BadRequest(
            testDescription: "too large", path: "/users",
            body: #"{"name":""# + String(repeating: "a", count: 1 << 20) + #""}"#,
            status: .contentTooLarge, says: ["1048576"]),
        BadRequest(
            testDescription: "bad path value", method: .get, path: "/users/ada",
            status: .notFound, says: ["/users/ada"]),
        BadRequest(
            testDescription: "nobody of that id", method: .get, path: "/users/99",
            status: .notFound, says: ["There is no user 99."]),
        BadRequest(
            testDescription: "unknown route", method: .get, path: "/userz",
            status: .notFound, says: ["/userz"]),
        BadRequest(
            testDescription: "wrong method", method: .put, path: "/users",
            status: .methodNotAllowed, says: ["GET, HEAD, OPTIONS, POST"]),
        BadRequest(
            testDescription: "bad query", method: .get, path: "/users?page=one&limit=ten",
            status: .badRequest, says: [#""parameter":"page""#, #""parameter":"limit""#]),
        BadRequest(
            testDescription: "nobody said who asks", method: .get, path: "/orders",
            status: .unauthorized, says: ["X-User-ID"]),
    ]

    @Test(arguments: badRequests, depthsAndPrefixes)
    func `bad input gets a problem document that says what is wrong`(
        bad: BadRequest, place: (depth: TestDepth, prefix: String)
    ) async throws {
        try await withShop(place.depth) { client, _ in
            var headers: Fields = [:]
            if !bad.body.isEmpty { headers[.contentType] = bad.contentType }
            let response = try await client.send(
                bad.method, place.prefix + bad.path, headers: headers, body: Body(bad.body))
            #expect(response.status == bad.status, "\(response)")
            let path = place.prefix + bad.path
            if let listed = try ShopDocument().statuses(bad.method, path) {
                #expect(listed.contains("\(bad.status.code)"), "\(bad) is not in the document")
            } else {
                #expect(bad.status == .notFound || bad.status == .methodNotAllowed)
            }
            #expect(response.headers[.contentType] == "application/problem+json")
            #expect(
                try response.member("requestId") == .string(response.headers["X-Request-ID"] ?? ""))
            for text in bad.says { #expect(response.text.contains(text), "\(response)") }
            #expect((response.headers[.allow] != nil) == (bad.status == .methodNotAllowed))
        }
    }

    @Test(arguments: depthsAndPrefixes)
    func `100 requests with one key place one order; another body with it is refused`(
        depth: TestDepth, prefix: String
    ) async throws {
        try await withShop(depth) { client, services in
            let user = try await services.users.create(NewUser(name: "Ada", email: "a@example.com"))
            let new = NewOrder(userID: user.id, lines: [.init(productID: 1, quantity: 1)])
            var keyed = client
            keyed.headers["Idempotency-Key"] = "4f1c"
            let client = keyed
            let answers = try await withThrowingTaskGroup(of: TestResponse.self) { group in
                for _ in 0..<100 {
                    group.addTask { try await client.post("\(prefix)/orders", json: new) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0.status == .created })
            #expect(Set(answers.map { $0.headers[.location] }) == ["\(prefix)/orders/1"])
            #expect(try await services.products.find(1).stock == 9)

            let two = NewOrder(userID: user.id, lines: [.init(productID: 1, quantity: 2)])
            let reused = try await client.post("\(prefix)/orders", json: two)
            #expect(reused.status == .unprocessableContent, "\(reused)")
            #expect(try reused.member("code") == "key_reused")

            keyed.headers["Idempotency-Key"] = "two words"
            let malformed = try await keyed.post("\(prefix)/orders", json: new)
            #expect(malformed.status == .badRequest, "\(malformed)")
        }
    }
}

extension User {
    /// Says who asks, as a client of the shop does.
    var credentials: Fields {
        var fields = Fields()
        fields["X-User-ID"] = "\(id)"
        return fields
    }
}
