// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes
import Testing

@testable import FledgeOpenAPI

/// How the page behaves is tried in a browser: `scripts/test-docs`.
@Suite struct DocsPageTests {
    let page = DocsPage(title: "Shop & <Sons>", documentPath: "/api/openapi.json?a=\"b\"")

    @Test func `the page knows the title and the address of the document, escaped`() {
        #expect(page.html.contains("<title>Shop &amp; &lt;Sons&gt;</title>"))
        #expect(page.html.contains("<body data-document=\"/api/openapi.json?a=&quot;b&quot;\">"))
        #expect(!page.html.contains("<Sons>"))
    }

    @Test func `the page holds everything and refers to nothing outside`() {
        #expect(page.html.hasPrefix("<!DOCTYPE html>"))
        for reference in [" src=", "url(", "@import", "import(", "<link rel=\"stylesheet\""] {
            #expect(!page.html.contains(reference), "\(reference)")
        }
        #expect(!page.html.contains("{{"))
    }

    @Test func `the answer brings its policy`() throws {
        let headers = page.response.headers
        #expect(headers[.contentType] == "text/html; charset=utf-8")
        let policy = try #require(headers[.contentSecurityPolicy])
        for directive in [
            "default-src 'none'", "connect-src 'self'", "form-action 'none'",
            "frame-ancestors 'none'", "require-trusted-types-for 'script'",
        ] {
            #expect(policy.contains(directive))
        }
        #expect(!policy.contains("unsafe"))
    }
}
