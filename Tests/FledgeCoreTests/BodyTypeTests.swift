// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import Testing

/// What a body without a type, or of a wrong one, is answered with: the same from a handler that
/// waits and from one that does not, for which the body is read before.
@Suite struct BodyTypeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let type: String?
        let body: Body
        let status: Status
    }

    /// A stream is what a chunked body is: nobody knows its length before its end.
    static let cases = [
        Case("no bytes, no type", nil, .empty, .badRequest),
        Case("a stream without bytes, no type", nil, .stream { _ in }, .badRequest),
        Case("bytes without a type", nil, "{}", .unsupportedMediaType),
        Case(
            "a stream without a type", nil, .stream { try await $0.write("{}") },
            .unsupportedMediaType),
        Case("another type", "text/plain", "{}", .unsupportedMediaType),
        Case(
            "a stream of another type", "text/plain", .stream { try await $0.write("{}") },
            .unsupportedMediaType),
        Case("too large", "application/json", large, .contentTooLarge),
        Case("too large and of another type", "text/plain", large, .unsupportedMediaType),
        Case("too large and of no type", nil, large, .unsupportedMediaType),
    ]

    private static let large = Body(String(repeating: "[", count: 65))

    @Test(arguments: cases, ["/sync", "/async"])
    func `a handler that waits judges a body as one that does not`(
        row: Case, path: String
    ) async throws {
        let app = App(mode: .test)
        app.use("/", Bodies())
        var headers: Fields = [:]
        headers[.contentType] = row.type
        let request = try Request(.post, path, headers: headers, body: row.body)
        #expect(try await app.build().respond(to: request).status == row.status)
    }
}

extension BodyTypeTests.Case {
    init(_ name: String, _ type: String?, _ body: Body, _ status: Status) {
        self.init(testDescription: name, type: type, body: body, status: status)
    }
}

/// What `@Controller` writes for two handlers with a body.
private struct Bodies: Controller {
    static func register(on routes: ControllerRoutes<Bodies>) {
        let parameters = [HandlerParameter("body", [String].self, .body)]
        routes.on(
            .init(.post, "/sync", handler: "Bodies.sync", parameters: parameters, body: 64)
        ) { (_, input: inout HandlerInput) throws -> [String] in
            try input.body([String].self)
        }
        routes.on(
            .init(.post, "/async", handler: "Bodies.async", parameters: parameters, body: 64)
        ) { (_, input: inout HandlerInput) async throws -> [String] in
            try await input.body([String].self)
        }
    }
}
