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
        <thead><tr><th>Method</th><th>Path</th><th>What it does, and a line to try it</th></tr></thead>
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
            + "<td>\(HTML.escape(route.summary ?? ""))<br><code>\(HTML.escape(example(route)))</code></td></tr>"
    }

    /// A line for curl that works once there are a user, a product and an order.
    private func example(_ route: RouteInfo) -> String {
        let method = route.method?.rawValue ?? "GET"
        let path = route.pattern.split(separator: "/").map { $0 == ":id" ? "1" : String($0) }
        var headers: [String] = []
        if path.contains("staff") { headers.append("X-Staff: yes") }
        if path.contains("orders"), method != "POST" { headers.append("X-User-ID: 1") }
        return curl(
            method, "/" + path.joined(separator: "/"), sample(method, path), headers: headers)
    }

    private func sample(_ method: String, _ path: [String]) -> String? {
        switch (method, path.last { $0 != "1" }) {
        case ("POST", "users"): #"{"name":"Bob","email":"bob@example.com"}"#
        case ("PATCH", "users"): #"{"name":"Ada Lovelace"}"#
        case ("POST", "orders"): #"{"userID":1,"lines":[{"productID":1,"quantity":2}]}"#
        case ("POST", "products"):
            #"{"name":"Perch","price":{"amount":1900,"currency":"EUR"},"stock":5}"#
        case ("POST", "deliveries"): #"{"quantity":10}"#
        case ("PUT", "status"): #"{"status":"paid"}"#
        default: nil
        }
    }

    private func curl(
        _ method: String, _ path: String, _ body: String? = nil, headers: [String] = []
    ) -> String {
        var line = "curl -s"
        if method != (body == nil ? "GET" : "POST") { line += " -X \(method)" }
        for header in headers { line += " -H '\(header)'" }
        if let body { line += " -H 'Content-Type: application/json' -d '\(body)'" }
        return line + " http://\(host)\(path)"
    }
}
