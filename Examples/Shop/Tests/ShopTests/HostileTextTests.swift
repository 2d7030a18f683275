// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import DatabaseTesting
import Fledge
import FledgeData
import FledgeTesting
import Foundation
import ShopDatabase
import ShopServices
import Testing

@testable import Shop

/// Text that would be SQL if it were ever put into SQL, through every parameter of the shop.
@Suite struct HostileTextTests {
    static let texts = [
        "'; DROP TABLE users; --", "' OR '1'='1", "\" OR \"\"=\"", "'); DELETE FROM orders; --",
        "Robert'); DROP TABLE users;--", "1; UPDATE products SET price_amount = 1",
        "' UNION SELECT 1 --",
        "admin'--", "\\'; SELECT 1; --", "\\\\", "%' AND 1=1 --", "_%", "$1", "$$; SELECT 1; $$",
        "?", ":id",
        "@id", "/* */ SELECT", "-- comment", "`id`", "[id]", "\"users\"", "E'\\x27'", "x' || 'y",
        "1e999", "NULL", "null", "{{7*7}}", "\u{202E}txt", "O\u{2019}Brien", "\u{FF07} OR 1=1",
        "👩‍🚀 e\u{301}", "';WAITFOR DELAY '0:0:5'--", "'||(SELECT version())||'", "pg_sleep(5)",
    ]

    private func withShop(
        on backend: Backend, _ body: (TestClient, Database) async throws -> Void
    ) async throws {
        try await backend.withDatabase { database in
            let shop = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../migrations").standardizedFileURL
            try await Migrations(directory: shop.path).apply(to: database)
            let services = Services(stores: .sql(database))
            let environment = Environment(mode: .test, values: [:])
            try await makeApp(services: services, environment: environment).test { client in
                var staff = client
                staff.headers["X-Staff"] = "yes"
                try await body(staff, database)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `is kept as it was sent, in each field that takes it`(backend: Backend) async throws {
        try await withShop(on: backend) { client, _ in
            for (number, text) in Self.texts.enumerated() {
                let user = try await client.post(
                    "/api/users", json: NewUser(name: text, email: "u\(number)@example.com"))
                #expect(user.status == .created, "\(text): \(user)")
                let id = try user.json(User.self).id
                #expect(try await client.get("/api/users/\(id)").json(User.self).name == text)

                let product = try await client.post(
                    "/api/staff/products",
                    json: NewProduct(name: text, price: Money(1, .eur), stock: 9))
                #expect(product.status == .created, "\(text): \(product)")
                let productID = try product.json(Product.self).id

                let renamed = try await client.patch(
                    "/api/users/\(id)", json: UpdateUser(name: text + "!"))
                #expect(try renamed.json(User.self).name == text + "!")

                let order = try await client.post(
                    "/api/orders",
                    json: NewOrder(userID: id, lines: [.init(productID: productID, quantity: 1)]))
                #expect(try order.json(Order.self).lines.first?.name == text)
                let found = try await client.get("/api/orders/\(try order.json(Order.self).id)")
                #expect(try found.json(Order.self).lines.first?.name == text)
            }
            let users = try await client.get("/api/users?limit=100").json(Page<User>.self)
            #expect(users.items.map(\.name) == Self.texts.map { $0 + "!" })
        }
    }

    @Test(arguments: Backend.available)
    func `is a key like any other, or a 400`(backend: Backend) async throws {
        try await withShop(on: backend) { client, _ in
            _ = try await client.post("/api/users", json: NewUser(name: "Ada", email: "a@b.c"))
            _ = try await client.post(
                "/api/staff/products",
                json: NewProduct(name: "Pen", price: Money(1, .eur), stock: 99))
            let new = NewOrder(userID: 1, lines: [.init(productID: 1, quantity: 1)])
            for text in Self.texts {
                let isKey = IdempotencyKey(rawValue: text) != nil
                var headers: Fields = [:]
                headers["Idempotency-Key"] = text
                let first = try await client.post("/api/orders", json: new, headers: headers)
                #expect(first.status == (isKey ? .created : .badRequest), "\(text): \(first)")
                guard isKey else { continue }
                let again = try await client.post("/api/orders", json: new, headers: headers)
                #expect(again.headers[.location] == first.headers[.location])
            }
        }
    }

    @Test(arguments: Backend.available)
    func `in the place of a number or an address is refused and changes nothing`(backend: Backend)
        async throws
    {
        try await withShop(on: backend) { client, database in
            _ = try await client.post("/api/users", json: NewUser(name: "Ada", email: "a@b.c"))
            let allowed = CharacterSet.alphanumerics
            for text in Self.texts {
                let escaped = try #require(
                    text.addingPercentEncoding(withAllowedCharacters: allowed))
                for path in ["/api/users/", "/api/products/", "/api/orders/"] {
                    #expect(try await client.get(path + escaped).status == .notFound)
                }
                for query in ["page", "limit"] {
                    let answer = try await client.get("/api/users?\(query)=\(escaped)")
                    #expect(answer.status == .badRequest || answer.status == .unprocessableContent)
                }
                var headers: Fields = [:]
                headers["X-User-ID"] = String(
                    text.unicodeScalars.filter(\.isASCII).map(Character.init))
                let named = try await client.get("/api/orders", headers: headers)
                #expect(named.status == .unauthorized)
                let mail = try await client.post(
                    "/api/users", json: NewUser(name: "Eve", email: text))
                #expect(mail.status == .unprocessableContent)
            }
            let users = try await database.one("SELECT count(*) FROM users", as: Int.self)
            #expect(users == 1)
        }
    }
}
