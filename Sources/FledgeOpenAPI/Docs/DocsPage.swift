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
    private let page: ServedDocument.Text

    /// Puts the page together, about 110 KB.
    ///
    /// - Parameters:
    ///   - title: What stands above the page.
    ///   - documentPath: Where the document is, as JSON: a path of this origin, such as `/openapi.json`.
    init(title: String, documentPath: String) {
        page = ServedDocument.Text(
            Self.html(title: title, documentPath: documentPath), "text/html; charset=utf-8")
    }

    /// 200 with the page and the policy that it needs, or 304 for who has it.
    func answer(to request: Request) -> Response {
        var response = page.answer(to: request)
        response.headers[.contentSecurityPolicy] = Self.contentSecurityPolicy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
    }

    static func html(title: String, documentPath: String) -> String {
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

    /// What the page may do: run its own script, which is named by its hash, and talk to its own origin.
    ///
    /// Nothing of a document can run there, even if the page had a hole: the browser knows no other script,
    /// and `require-trusted-types-for` makes it refuse to read text as HTML.
    static var contentSecurityPolicy: String { DocsPageSource.contentSecurityPolicy.description }
}
