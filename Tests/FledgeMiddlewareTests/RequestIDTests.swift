// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeMiddleware
import Testing

@Suite struct RequestIDTests {
    private func app(trustIncoming: Bool) -> App {
        let app = App.quiet()
        app.use(RequestID(trustIncoming: trustIncoming))
        app.get("/id") { $0.id }
        app.get("/fails") { _ -> String in throw Problem(.conflict, "no") }
        app.get("/waits") { request async throws -> String in throw Problem(.conflict, request.id) }
        return app
    }

    @Test func `the answer names the request as the handler saw it`() async throws {
        let response = try await app(trustIncoming: false).answer(.get, "/id")
        let id = try #require(response.headers["X-Request-ID"])
        #expect(!id.isEmpty)
        #expect(try await response.text() == id)
    }

    @Test func `an incoming id is not believed by default`() async throws {
        let response = try await app(trustIncoming: false)
            .answer(.get, "/id", headers: ["X-Request-ID".field: "forged"])
        #expect(response.headers["X-Request-ID"] != "forged")
    }

    static let incoming: [Row<String, Bool>] = [
        Row("a UUID", "0b0e4c4e-6e0a-4b54-a7f4-3f0a7d6a4f6e", true),
        Row("128 bytes", String(repeating: "a", count: 128), true),
        Row("129 bytes", String(repeating: "a", count: 129), false),
        Row("a space", "a b", false),
        Row("a comma, as two fields give", "a, b", false),
        Row("a quote", "a\"b", false),
        Row("a tab", "a\tb", false),
        Row("beyond ASCII", "žluť", false),
        Row("empty", "", false),
    ]

    @Test(arguments: incoming) func `a trusted id must be a token`(_ row: Row<String, Bool>)
        async throws
    {
        let response = try await app(trustIncoming: true)
            .answer(.get, "/id", headers: ["X-Request-ID".field: row.input])
        #expect((response.headers["X-Request-ID"] == row.input) == row.output)
        #expect(try await response.text() == response.headers["X-Request-ID"])
    }

    @Test(arguments: ["/fails", "/waits", "/missing"])
    func `errors carry the id, in the field and in the document`(path: String) async throws {
        let response = try await app(trustIncoming: true)
            .answer(.get, path, headers: ["X-Request-ID".field: "abc-123"])
        #expect(response.headers["X-Request-ID"] == "abc-123")
        #expect(try await response.text().contains(#""requestId":"abc-123""#))
    }
}

extension String {
    /// A field name; a test that writes none fails where it looks for the field.
    var field: FieldName { FieldName(self) ?? .range }
}
