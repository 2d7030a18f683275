// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import Testing

@testable import FledgeOpenAPI

/// What is served.
///
/// How the page behaves is tried in a browser: `scripts/test-docs`.
@Suite struct `The docs page` {
    let html = DocsPage.html(title: "Shop & <Sons>", documentPath: "/api/openapi.json?a=\"b\"")

    @Test func `knows the title and the address of the document, escaped`() {
        #expect(html.contains("<title>Shop &amp; &lt;Sons&gt;</title>"))
        #expect(html.contains("<body data-document=\"/api/openapi.json?a=&quot;b&quot;\">"))
        #expect(!html.contains("<Sons>"))
    }

    @Test func `holds everything and refers to nothing outside`() {
        #expect(html.hasPrefix("<!DOCTYPE html>"))
        let references = [" src=", " url(", "@import", "import(", "<link rel=\"stylesheet\"", "{{"]
        #expect(references.filter { html.contains($0) } == [])
    }

    @Test func `is served with its policy, and not again to who has it`() async throws {
        let app = App(mode: .test)
        app.openAPI("Shop", at: "/v1")
        let built = try app.build()
        let response = await built.respond(to: try Request("/v1/docs"))
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "text/html; charset=utf-8")
        let policy = try #require(response.headers[.contentSecurityPolicy])
        for directive in [
            "default-src 'none'", "connect-src 'self'", "form-action 'none'",
            "frame-ancestors 'none'", "require-trusted-types-for 'script'",
        ] {
            #expect(policy.contains(directive))
        }
        #expect(!policy.contains("unsafe"))
        let tag = try #require(response.headers[.eTag])
        let again = await built.respond(to: try Request("/v1/docs", headers: [.ifNoneMatch: tag]))
        #expect(again.status == .notModified)
    }

    @Test func `is not served in production unless asked`() async throws {
        for (isAsked, status) in [(false, 404), (true, 200)] {
            let app = App(mode: .production)
            app.openAPI("Shop", inProduction: isAsked)
            let response = await (try app.build()).respond(to: try Request("/docs"))
            #expect(response.status.code == status)
        }
    }
}
