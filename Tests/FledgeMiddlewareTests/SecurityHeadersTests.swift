// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeMiddleware
import Testing

@Suite struct SecurityHeadersTests {
    private static let documentFields = [
        "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Origin-Agent-Cluster",
        "X-Permitted-Cross-Domain-Policies",
    ]

    private func app(_ headers: SecurityHeaders = SecurityHeaders()) -> App {
        let app = App.quiet()
        app.use(headers)
        app.get("/json") { _ in ["a": 1] }
        app.get("/page") { _ in Response(headers: [.contentType: "text/html; charset=utf-8"]) }
        app.get("/image") { _ in Response(headers: [.contentType: "image/svg+xml"]) }
        app.get("/own") { _ in
            Response(headers: [
                .contentType: "text/html", .contentSecurityPolicy: "default-src 'none'",
                .xContentTypeOptions: "none of your business",
            ])
        }
        return app
    }

    @Test func `JSON carries what concerns every answer, and no more`() async throws {
        let response = try await app().answer(.get, "/json")
        #expect(response.headers["X-Content-Type-Options"] == "nosniff")
        #expect(response.headers["Referrer-Policy"] == "no-referrer")
        #expect(response.headers["Cross-Origin-Resource-Policy"] == "same-origin")
        #expect(response.headers["X-Frame-Options"] == "SAMEORIGIN")
        for name in Self.documentFields {
            #expect(response.headers[name] == nil, "\(name)")
        }
    }

    @Test(arguments: ["/page", "/image"])
    func `documents carry a policy`(path: String) async throws {
        let response = try await app().answer(.get, path)
        for name in Self.documentFields {
            #expect(response.headers[name] != nil, "\(name)")
        }
    }

    @Test func `errors carry the fields`() async throws {
        let response = try await app().answer(.get, "/missing")
        #expect(response.status == .notFound)
        #expect(response.headers["X-Content-Type-Options"] == "nosniff")
    }

    @Test func `what a handler has set stays`() async throws {
        let response = try await app().answer(.get, "/own")
        #expect(response.headers["Content-Security-Policy"] == "default-src 'none'")
        #expect(response.headers["X-Content-Type-Options"] == "none of your business")
    }

    @Test func `transport security and upgrades are for TLS alone`() async throws {
        let app = try app().build()
        let page = { (isSecure: Bool) in
            await app.respond(
                to: Request(
                    method: .get, .get, target: try RequestTarget(parsing: "/page", method: .get),
                    headers: [:], peer: Peer(nil, isSecure: isSecure)))
        }
        let plain = try await page(false)
        #expect(plain.headers["Strict-Transport-Security"] == nil)
        #expect(plain.headers["Content-Security-Policy"]?.contains("upgrade") == false)
        #expect(plain.headers["Content-Security-Policy"]?.contains("object-src 'none'") == true)
        let secure = try await page(true)
        #expect(
            secure.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains")
        #expect(
            secure.headers["Content-Security-Policy"]
                == SecurityHeaders.defaultContentSecurityPolicy)
    }

    @Test func `each field can be changed or turned off`() async throws {
        let headers = SecurityHeaders(
            referrerPolicy: nil, frameOptions: "DENY", contentSecurityPolicy: "default-src 'none'")
        let response = try await app(headers).answer(.get, "/page")
        #expect(response.headers["Referrer-Policy"] == nil)
        #expect(response.headers["X-Frame-Options"] == "DENY")
        #expect(response.headers["Content-Security-Policy"] == "default-src 'none'")
    }

    @Test func `a value that cannot be sent does not start`() {
        #expect {
            _ = try app(SecurityHeaders(frameOptions: "DENY\r\nX: y")).build()
        } throws: { error in
            "\(error)".contains("the value of X-Frame-Options has a control character")
        }
    }
}
