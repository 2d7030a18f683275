// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Foundation
import Testing

/// What only real processes can show.
@Suite(.serialized) struct ShopProcessTests {
    private static let json = "Content-Type: application/json"

    @Test func `everything answers as documented, and a restart keeps the data`() async throws {
        let data = try ShopProcess.Folder()
        let first = try ShopProcess(data: data)
        for prefix in ["/api", "/v1"] {
            let email = prefix.dropFirst() + "@example.com"
            let user = try await first.curl(
                "\(prefix)/users", "-H", Self.json, "-d", #"{"name":"Ada","email":"\#(email)"}"#)
            #expect(user.status == 201, "\(user)")
            #expect(try await first.curl("\(prefix)/users").status == 200)
            #expect(try await first.curl("\(prefix)/users/1").status == 200)
            let order = try await first.curl(
                "\(prefix)/orders", "-H", Self.json, "-d",
                #"{"userID":1,"lines":[{"productID":1,"quantity":1}]}"#)
            #expect(order.status == 201, "\(order)")
        }
        #expect(try await first.curl("/").body.contains("<h1>Shop</h1>"))
        #expect(first.stop() == 0)

        let second = try ShopProcess(data: data)
        #expect(try await second.curl("/api/users").body.contains("v1@example.com"))
        #expect(try await second.curl("/v1/orders/2", "-H", "X-User-ID: 1").status == 200)
        #expect(second.stop() == 0)
    }

    @Test func `fifty orders for ten items through two processes sell exactly ten`() async throws {
        let data = try ShopProcess.Folder()
        let shops = [try ShopProcess(data: data), try ShopProcess(data: data)]
        _ = try await shops[0].curl(
            "/api/users", "-H", Self.json, "-d", #"{"name":"Ada","email":"ada@example.com"}"#)
        // Product 2 is the nest, of which a fresh shop has ten.
        let order = #"{"userID":1,"lines":[{"productID":2,"quantity":1}]}"#
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<50 {
                let url = shops[number % 2].url + "/api/orders"
                group.addTask { try await Self.post(order, to: url) }
            }
            return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(statuses == [201: 10, 409: 40])
        for shop in shops {
            #expect(try await shop.curl("/api/products/2").body.contains(#""stock":0"#))
            #expect(shop.stop() == 0)
        }
    }

    private static func post(_ body: String, to url: String) async throws -> Int {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", json, "-d", body, url,
        ]
        process.standardOutput = pipe
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { _ in
                let data = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
                continuation.resume(returning: Int(String(decoding: data, as: UTF8.self)) ?? 0)
            }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }
}
