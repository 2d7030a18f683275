// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// The page at `/`: every route of the app, with a line for curl.
struct LandingPage {
    let routes: [RouteInfo]
    let host: String

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Shop, a Fledge example</title>
        <link rel="stylesheet" href="/style.css">
        </head>
        <body>
        <main>
        <h1>Shop</h1>
        <p>A small shop on Fledge. The routes below <code>/api</code> are files under <code>app/api</code>;
        those below <code>/v1</code> are controllers mounted by hand. Both use the same services.</p>
        <h2>Try it</h2>
        <pre>\(tour)</pre>
        <h2>All \(routes.count) routes</h2>
        <table>
        <thead><tr><th>Method</th><th>Path</th><th>What it does</th></tr></thead>
        <tbody>
        \(routes.map(row).joined(separator: "\n"))
        </tbody>
        </table>
        </main>
        </body>
        </html>

        """
    }

    /// A short story that works on a fresh database.
    private var tour: String {
        [
            curl("GET", "/api/products"),
            curl("POST", "/api/users", #"{"name":"Ada","email":"ada@example.com"}"#),
            curl("GET", "/api/users/1"),
            curl("POST", "/api/orders", #"{"userID":1,"lines":[{"productID":1,"quantity":2}]}"#),
            curl("GET", "/v1/orders", headers: ["X-User-ID: 1"]),
        ].map(HTML.escape).joined(separator: "\n")
    }

    private func row(_ route: RouteInfo) -> String {
        let method = route.method?.rawValue ?? "any"
        return "<tr><td>\(method)</td><td><code>\(HTML.escape(route.pattern))</code></td>"
            + "<td>\(HTML.escape(route.summary ?? ""))</td></tr>"
    }

    private func curl(
        _ method: String, _ path: String, _ body: String? = nil, headers: [String] = []
    ) -> String {
        var line = "curl -s"
        if method != "GET", body == nil { line += " -X \(method)" }
        for header in headers { line += " -H '\(header)'" }
        if let body { line += " -H 'Content-Type: application/json' -d '\(body)'" }
        return line + " http://\(host)\(path)"
    }
}
