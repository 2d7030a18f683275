// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Foundation
import Testing

/// What tools ask the program for, instead of serving: what it is, and its migrations.
@Suite struct ShopOrdersTests {
    private struct Description: Decodable {
        struct Route: Decodable {
            struct Access: Decodable {
                var schemes: [String]
                var isOptional: Bool
            }
            var method: String?
            var path: String
            var handler: String?
            var file: String
            var line: Int
            var middleware: [String]
            var access: [Access]
            var bodyLimit: Int
        }
        struct Explanation: Decodable {
            struct Outcome: Decodable {
                var status: Int
                var route: Int?
                var captures: [String: String]?
            }
            struct Candidate: Decodable {
                var route: Int
                var reason: String?
            }
            var outcome: Outcome
            var candidates: [Candidate]
        }
        var format: Int
        var routes: [Route]
        var explanation: Explanation?
    }

    private func describe(_ request: String? = nil) async throws -> Description {
        let data = try ShopProcess.Folder()
        let file = data.path + "/description.json"
        var variables = ["FLEDGE_DESCRIBE": file]
        variables["FLEDGE_EXPLAIN"] = request
        let outcome = try await ShopProcess.order(variables, data: data)
        #expect(outcome == .init(status: 0))
        #expect(!FileManager.default.fileExists(atPath: data.database), "No database is opened.")
        let content = try #require(FileManager.default.contents(atPath: file))
        return try JSONDecoder().decode(Description.self, from: content)
    }

    @Test func `it tells its routes, who may ask, and its document`() async throws {
        let shop = try await describe()
        #expect(shop.format == 1)
        #expect(shop.explanation == nil)
        let route = try #require(
            shop.routes.first { $0.method == "PUT" && $0.path == "/api/staff/orders/:id/status" })
        #expect(route.handler == "OrderStatusRoute.PUT")
        #expect(route.file == "Shop/OrderStatusRoute.swift")
        #expect(route.line > 1)
        #expect(route.middleware == ["RequestID", "RequestLog", "SecurityHeaders", "StaffOnly"])
        #expect(route.access.map(\.schemes) == [["X-Staff"]])
        #expect(route.bodyLimit == 1_048_576)
        #expect(shop.routes.contains { $0.path == "/v1/users/:id" })
    }

    @Test(arguments: ["openapi.json", "openapi.yaml"])
    func `it tells its document, in the form that the name of the file says`(
        name: String
    ) async throws {
        let data = try ShopProcess.Folder()
        let file = "\(data.path)/\(name)"
        let variables = [
            "FLEDGE_DESCRIBE": "\(data.path)/description", "FLEDGE_DESCRIBE_OPENAPI": file,
        ]
        #expect(try await ShopProcess.order(variables, data: data) == .init(status: 0))
        let content = try #require(FileManager.default.contents(atPath: file))
        let text = String(decoding: content, as: UTF8.self)
        let first = name.hasSuffix("yaml") ? "openapi: " : "{\n  \"openapi\": \""
        #expect(text.hasPrefix(first))
        #expect(text.contains("/api/staff/orders/{id}/status"))
    }

    @Test func `it explains a request`() async throws {
        let shop = try await describe("GET /api/users/7?verbose=1")
        let explanation = try #require(shop.explanation)
        #expect(explanation.outcome.status == 200)
        #expect(explanation.outcome.captures == ["id": "7"])
        let answering = try #require(explanation.outcome.route)
        #expect(shop.routes[answering].handler == "UserRoute.GET")
        #expect(explanation.candidates.first?.route == answering)
        #expect(explanation.candidates.count == shop.routes.count)
        #expect(explanation.candidates.filter { $0.reason == nil }.count == 1)
    }

    @Test func `a request for no route is explained, too`() async throws {
        let missing = try await describe("GET /api/nothing/here").explanation
        #expect(missing?.outcome.status == 404)
        let wrong = try await describe("PATCH /api/products").explanation
        #expect(wrong?.outcome.status == 405)
    }

    private struct Report: Decodable, Equatable {
        struct Entry: Decodable, Equatable {
            var name: String
            var state: String
        }
        var dialect: String
        var done: [String]
        var status: [Entry]
    }

    @Test func `it migrates, and says how things stand, without serving`() async throws {
        let data = try ShopProcess.Folder()
        let file = data.path + "/report.json"
        func migrate(_ order: String) async throws -> Report {
            let variables = ["FLEDGE_MIGRATE": order, "FLEDGE_MIGRATE_OUTPUT": file]
            let outcome = try await ShopProcess.order(variables, data: data)
            #expect(outcome == .init(status: 0))
            let content = try #require(FileManager.default.contents(atPath: file))
            return try JSONDecoder().decode(Report.self, from: content)
        }
        let before = try await migrate("status")
        #expect(before.dialect == "sqlite")
        #expect(before.done == [])
        #expect(before.status.allSatisfy { $0.state == "pending" } && !before.status.isEmpty)
        #expect(try await migrate("dry-run").status == before.status)
        let first = try await migrate("up:1")
        #expect(first.done == ["0001_create_users"])
        let rest = try await migrate("up")
        #expect(rest.done == Array(before.status.map(\.name).dropFirst()))
        #expect(try await migrate("status").status.allSatisfy { $0.state == "applied" })
    }

    @Test(arguments: ["sideways", "up:", "up:0", "down:x", "status:1"])
    func `an order that is none ends it with a message`(order: String) async throws {
        let data = try ShopProcess.Folder()
        let outcome = try await ShopProcess.order(["FLEDGE_MIGRATE": order], data: data)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("'\(order)' is no order"))
    }
}
