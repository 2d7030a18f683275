// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

/// What only real processes can show.
@Suite(.serialized) struct ShopProcessTests {
    private static let json = "Content-Type: application/json"

    @Test func `everything answers as documented, and a restart keeps the data`() async throws {
        let data = try ShopProcess.Folder()
        let first = try await ShopProcess.run(data: data) { shop in
            for prefix in ["/api", "/v1"] {
                let email = prefix.dropFirst() + "@example.com"
                let user = try await shop.curl(
                    "\(prefix)/users", "-H", Self.json, "-d",
                    #"{"name":"Ada","email":"\#(email)"}"#)
                #expect(user.status == 201, "\(user)")
                #expect(try await shop.curl("\(prefix)/users").status == 200)
                #expect(try await shop.curl("\(prefix)/users/1").status == 200)
                let order = try await shop.curl(
                    "\(prefix)/orders", "-H", Self.json, "-d",
                    #"{"userID":1,"lines":[{"productID":1,"quantity":1}]}"#)
                #expect(order.status == 201, "\(order)")
            }
            #expect(try await shop.curl("/").body.contains("<h1>Shop</h1>"))
        }
        #expect(first == 0)

        let second = try await ShopProcess.run(data: data) { shop in
            let users = try await shop.curl("/api/users")
            #expect(users.body.contains("v1@example.com"))
            let order = try await shop.curl("/v1/orders/2", "-H", "X-User-ID: 1")
            #expect(order.status == 200)
        }
        #expect(second == 0)
    }

    @Test func `fifty orders for ten items through two processes sell exactly ten`() async throws {
        let data = try ShopProcess.Folder()
        let status = try await ShopProcess.run(data: data) { first in
            let status = try await ShopProcess.run(data: data) { second in
                try await Self.sellOut([first, second])
            }
            #expect(status == 0)
        }
        #expect(status == 0)
    }

    private static func sellOut(_ shops: [ShopProcess]) async throws {
        _ = try await shops[0].curl(
            "/api/users", "-H", json, "-d", #"{"name":"Ada","email":"ada@example.com"}"#)
        // Product 2 is the nest, of which a fresh shop has ten.
        let order = #"{"userID":1,"lines":[{"productID":2,"quantity":1}]}"#
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<50 {
                group.addTask {
                    try await shops[number % 2].curl("/api/orders", "-H", json, "-d", order).status
                }
            }
            return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(statuses == [201: 10, 409: 40])
        for shop in shops {
            #expect(try await shop.curl("/api/products/2").body.contains(#""stock":0"#))
        }
    }
}
