// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeTesting
import HTTPTypes
import Synchronization
import Testing

/// What a response is held to, and what is told when it is another.
@Suite struct ExpectationTests {
    private func app() -> App {
        let app = App(mode: .test)
        app.get("/user") { _ in Response.json(["id": 7, "name": "Ada"] as JSON) }
        app.get("/sold-out") { _ throws -> Response in
            throw Problem(.conflict, "Nest is sold out.", code: "out_of_stock")
        }
        app.get("/wrong") { _ throws -> Response in
            throw Problem(
                .unprocessableContent, "Two values are wrong.",
                violations: [
                    .init(.pointer("/email"), code: "email", "no address"),
                    .init(.parameter("page"), code: "type", "no number"),
                ])
        }
        return app
    }

    @Test func `what holds goes on`() async throws {
        try await app().test { client in
            let id = try await client.get("/user").expect(.ok).json(JSON.self)
            #expect(id == ["id": 7, "name": "Ada"])
            try await client.get("/sold-out").expectProblem(.conflict)
            try await client.get("/sold-out").expectProblem(.conflict, code: "out_of_stock")
            let wrong = try await client.get("/wrong")
            try wrong.expectProblem(.unprocessableContent, pointer: "/email")
            try wrong.expectProblem(.unprocessableContent, pointer: "/email", code: "email")
            try wrong.expectProblem(.unprocessableContent, parameter: "page", code: "type")
        }
    }

    @Test func `a wrong status fails at the line of the caller, with the problem that came`()
        async throws
    {
        try await app().test { client in
            let response = try await client.get("/sold-out")
            let line = #line + 1
            let told = failure { try response.expect(.created) }
            #expect(told.line == line)
            #expect(told.file.hasSuffix("ExpectationTests.swift"))
            #expect(told.text.contains("409 Conflict"), "\(told.text)")
            #expect(told.text.contains("Nest is sold out."))
            #expect(told.ends)
        }
    }

    /// What a response is held to and is not.
    struct Broken: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let path: String
        let check: @Sendable (TestResponse) throws -> Void

        init(
            _ name: String, _ path: String,
            _ check: @escaping @Sendable (TestResponse) throws -> Void
        ) {
            testDescription = name
            self.path = path
            self.check = check
        }
    }

    static let broken = [
        Broken("no problem", "/user") { try $0.expectProblem(.ok) },
        Broken("another code", "/sold-out") { try $0.expectProblem(.conflict, code: "late") },
        Broken("no such pointer", "/wrong") {
            try $0.expectProblem(.unprocessableContent, pointer: "/name")
        },
        Broken("another code there", "/wrong") {
            try $0.expectProblem(.unprocessableContent, pointer: "/email", code: "missing")
        },
        Broken("another type", "/user") { _ = try $0.json([Int].self) },
        Broken("another value", "/user") { try $0.expect(json: ["id": 7, "name": "Eve"]) },
        Broken("a member too many", "/user") { try $0.expect(json: ["id": 7]) },
        Broken("a member too few", "/user") {
            try $0.expect(json: ["id": 7, "name": "Ada", "age": 36])
        },
    ]

    @Test(arguments: broken)
    func `what does not hold ends the test and shows the whole response`(row: Broken) async throws {
        try await app().test { client in
            let response = try await client.get(row.path)
            let told = failure { try row.check(response) }
            #expect(told.ends, "\(row)")
            #expect(told.text.contains(response.text), "\(row): \(told.text)")
        }
    }

    @Test func `JSON is compared as JSON, without what is left out`() async throws {
        let app = App(mode: .test)
        app.get("/order") { _ in
            Response.text(#"{"lines":[{"id":3,"n":1.0},{"id":4,"n":2}], "id":1,"at":"now"}"#)
        }
        try await app.test { client in
            let order = try await client.get("/order")
            try order.expect(
                jsonText: #"{"at":"now","id":1,"lines":[{"n":1.0,"id":3},{"id":4,"n":2}]}"#)
            try order.expect(
                json: ["at": "then", "id": 0, "lines": [["n": 1.0], ["n": 2]]],
                ignoring: ["id", "/at"])
            let told = failure {
                try order.expect(json: ["lines": [["n": 1.0], ["n": 3]]], ignoring: ["id", "at"])
            }
            #expect(told.text.contains("/lines/1/n is 2, not 3."), "\(told.text)")
            #expect(told.text.contains("200 OK"))
        }
    }
}

/// What a failed expectation has told.
private struct Failure: Sendable {
    var text = ""
    var file = ""
    var line = 0
    /// Whether it threw, so that the test does not go on with what it does not have.
    var ends = false
}

/// Runs what has to fail, and tells how it did.
private func failure(_ body: () throws -> Void) -> Failure {
    let failure = Mutex(Failure())
    withKnownIssue {
        do {
            try body()
        } catch {
            failure.withLock { $0.ends = error is ExpectationFailedError }
        }
    } matching: { issue in
        failure.withLock {
            $0.text = "\(issue)"
            $0.file = issue.sourceLocation?.fileID ?? ""
            $0.line = issue.sourceLocation?.line ?? 0
        }
        return true
    }
    return failure.withLock { $0 }
}
