// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import Testing

/// A field that would break the message becomes a 500 like every other error: behind the middleware.
@Suite struct RefusedFieldTests {
    @Test(arguments: ["/sync", "/async"])
    func `the answer in place of a refused field passes through the middleware`(
        path: String
    ) async throws {
        let app = App(mode: .test)
        app.use(Signature())
        app.get("/sync") { _ in Response().header("X-Split", "one\r\nX-Two: two") }
        app.get("/async") { _ async in Response().header("X-Split", "one\r\nX-Two: two") }
        let response = try await app.build().respond(to: Request(.get, path))
        #expect(response.status == .internalServerError)
        #expect(response.headers["X-Signature"] == "500")
        #expect(response.headers["X-Split"] == nil)
    }

    @Test func `a field that middleware set is refused as well`() async throws {
        let app = App(mode: .test)
        app.use(Splitting())
        app.get("/") { _ in "root" }
        let response = try await app.build().respond(to: Request(.get, "/"))
        #expect(response.status == .internalServerError)
        #expect(response.headers["X-Split"] == nil)
    }
}

private struct Signature: SyncMiddleware {
    func before(_ request: inout Request) -> Response? { nil }

    func after(_ request: Request, _ response: inout Response) {
        response.headers["X-Signature"] = String(response.status.code)
    }
}

private struct Splitting: SyncMiddleware {
    func before(_ request: inout Request) -> Response? { nil }

    func after(_ request: Request, _ response: inout Response) {
        response.headers["X-Split"] = "one\r\nX-Two: two"
    }
}
