// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import NIOCore

/// Carries a request to an app, at some depth.
protocol TestTransport: Sendable {
    func send(
        _ method: Method, _ target: String, _ headers: Fields, _ body: Body
    ) async throws -> TestResponse
}

/// Hands requests to the app as values.
struct InProcessTransport: TestTransport {
    let app: BuiltApp

    func send(
        _ method: Method, _ target: String, _ headers: Fields, _ body: Body
    ) async throws -> TestResponse {
        var headers = headers
        if headers["Host"] == nil { headers["Host"] = "127.0.0.1" }
        // The bounds that a server has before the app sees a request hold here as well.
        let request = try Request(method, target, headers: headers, body: body)
        let response = await app.respond(to: request)
        let bytes = try await response.body.collect()
        var fields = response.headers
        if method != .head, mayHaveBody(response.status), let count = response.body.count {
            fields[.contentLength] = String(count)
        }
        return TestResponse(status: response.status, headers: fields, body: bytes)
    }

    private func mayHaveBody(_ status: Status) -> Bool {
        status.code >= 200 && status.code != 204 && status.code != 304
    }
}
