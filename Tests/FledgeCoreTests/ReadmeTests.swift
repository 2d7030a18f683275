// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import NIOCore
import Testing

/// The programs of the README, as they stand there.
@Suite struct ReadmeTests {
    private func makeApp() -> App {
        let app = App(mode: .test)
        app.get("/health") { _ in "ok" }
        app.get("/users") { _ -> JSON in ["users": []] }
        app.on(.get, "/users/:id/orders/:order") { (id: Int, order: Int) in
            ["user": id, "order": order]
        }
        app.on(.get, "/slow/:id") { (id: Int) in
            await Task.yield()
            return id
        }
        app.post("/users") { request in
            let new = try await request.json([String: Int].self)
            guard new["age", default: 0] >= 18 else { throw Problem(.conflict, "too young") }
            return Response.json(new, status: .created)
        }
        return app
    }

    private func respond(_ request: Request) async throws -> (Status, String) {
        let response = try await makeApp().build().respond(to: request)
        return (response.status, String(buffer: try await response.body.collect()))
    }

    @Test(arguments: [
        (Method.get, "/health", "", 200, "ok"),
        (.get, "/users", "", 200, #"{"users":[]}"#),
        (.get, "/users/7/orders/9", "", 200, #"{"order":9,"user":7}"#),
        (.get, "/slow/7", "", 200, "7"),
        (.post, "/users", #"{"age":18}"#, 201, #"{"age":18}"#),
        (.head, "/health", "", 200, ""),
        (.options, "/users", "", 204, ""),
    ])
    func `the app of the README answers`(
        method: Method, target: String, body: String, code: Int, text: String
    ) async throws {
        let request = try Request(
            method, target, headers: body.isEmpty ? [:] : [.contentType: "application/json"],
            body: Body(body))
        let (status, answer) = try await respond(request)
        #expect(status.code == code)
        #expect(answer == text)
    }

    @Test func `a request that the app refuses gets a problem document`() async throws {
        let (status, text) = try await respond(
            Request(
                .post, "/users", headers: [.contentType: "application/json"], body: #"{"age":17}"#))
        #expect(status == .conflict)
        #expect(
            text.hasPrefix(
                #"{"type":"about:blank","title":"Conflict","status":409,"detail":"too young","requestId":""#
            ))
    }
}
