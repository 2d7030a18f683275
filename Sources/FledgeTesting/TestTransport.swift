// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
package import FledgeHTTP
import HTTPTypes
import NIOCore

/// Carries a request to an app, at some depth.
package protocol TestTransport: Sendable {
    /// Sends a request and gives the whole response.
    func send(
        _ method: Method, _ target: String, _ headers: Fields, _ body: Body
    ) async throws -> TestResponse

    /// Ends what was started for the app.
    func stop() async
}

/// Hands requests to the app as values.
struct InProcessTransport: TestTransport {
    let app: BuiltApp

    func stop() async {}

    func send(
        _ method: Method, _ target: String, _ headers: Fields, _ body: Body
    ) async throws -> TestResponse {
        var headers = headers
        if headers["Host"] == nil { headers["Host"] = "127.0.0.1" }
        let response = await answer(method, target, headers, body)
        let bytes = try await response.body.collect()
        var fields = response.headers
        if method != .head, mayHaveBody(response.status), let count = response.body.count {
            fields[.contentLength] = String(count)
        }
        return TestResponse(status: response.status, headers: fields, body: bytes)
    }

    /// A target that no server accepts never reaches the app, here as over a socket: 400.
    private func answer(
        _ method: Method, _ target: String, _ headers: Fields, _ body: Body
    ) async -> Response {
        let request: Request
        do throws(RequestTarget.ParseError) {
            request = try Request(method, target, headers: headers, body: body)
        } catch {
            return refusal(of: error, method)
        }
        return await app.respond(to: request)
    }

    private func refusal(of error: RequestTarget.ParseError, _ method: Method) -> Response {
        var response = ErrorResponder.response(
            for: Problem(.badRequest, error.description), requestID: Request.nextID())
        if method == .head {
            response.headers[.contentLength] = response.body.count.map(String.init)
            response.body = .empty
        }
        return response
    }

    private func mayHaveBody(_ status: Status) -> Bool {
        status.code >= 200 && status.code != 204 && status.code != 304
    }
}
