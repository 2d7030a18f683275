// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

/// The page that a person sees who opened a URL in a browser that is answered with an error.
enum ErrorPage {
    /// Browsers ask for `text/html` by name; programs ask for JSON, for `*/*`, or for nothing.
    static func isPreferred(by request: Request) -> Bool {
        guard let field = request.headers[.accept] else { return false }
        let accept = Accept(field)
        let html = accept.quality(of: .html)
        return field.contains("text/html") && html > 0
            && html >= accept.quality(of: .problemJSON) && html >= accept.quality(of: .json)
    }

    static func response(for problem: Problem, _ request: Request) -> Response {
        var response = Response(problem.status, body: Body(page(problem, request)))
        response.headers[.contentType] = "text/html; charset=utf-8"
        response.headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'"
        response.headers[.vary] = "Accept"
        return response
    }

    private static func page(_ problem: Problem, _ request: Request) -> String {
        let items = problem.violations.map { "<li>\(HTML.escape($0.message))</li>" }.joined()
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(problem.status.code) \(HTML.escape(problem.title))</title>
            <style>
            :root { color-scheme: light dark }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 15vh auto; padding: 0 1rem }
            h1 { font-size: 1.5rem } code, footer { opacity: .7 }
            </style>
            </head>
            <body>
            <h1>\(problem.status.code) \(HTML.escape(problem.title))</h1>
            <p>\(HTML.escape(problem.detail ?? ""))</p>
            \(items.isEmpty ? "" : "<ul>\(items)</ul>")
            <footer>\(HTML.escape(request.method.rawValue)) <code>\(HTML.escape(request.path))</code>,
            request <code>\(HTML.escape(request.id))</code></footer>
            </body>
            </html>

            """
    }
}
