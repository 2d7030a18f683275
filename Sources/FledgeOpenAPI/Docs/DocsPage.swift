// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes

/// The page on which people read an API and try it.
///
/// One page with all that it needs in it. It reads the document from the app that served it and sends
/// requests to that app only: ``contentSecurityPolicy`` has the browser see to both. Its sources are in
/// `Docs/Page`; `scripts/generate-docs-page` writes them into Swift, so that a server stays one file.
struct DocsPage: Sendable {
    /// What stands above the page.
    let title: String
    /// Where the document is, as JSON: a path of this origin, such as `/openapi.json`.
    let documentPath: String

    /// The page as HTML, about 110 KB.
    ///
    /// Made anew on each call: keep it.
    var html: String {
        var html = ""
        for piece in DocsPageSource.pieces {
            switch piece {
            case .text(let text): html += text.description
            case .title: html += HTML.escape(title)
            case .document: html += HTML.escape(documentPath)
            }
        }
        return html
    }

    /// The answer with the page, and with the policy that it needs.
    var response: Response {
        var response = Response(
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-cache"],
            body: Body(html))
        response.headers[.contentSecurityPolicy] = Self.contentSecurityPolicy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
    }

    /// What the page may do: run its own script, which is named by its hash, and talk to its own origin.
    ///
    /// Nothing of a document can run there, even if the page had a hole: the browser knows no other script,
    /// and `require-trusted-types-for` makes it refuse to read text as HTML.
    static var contentSecurityPolicy: String { DocsPageSource.contentSecurityPolicy.description }
}
