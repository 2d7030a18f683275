// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct VerbsRoute {
    func GET() -> String { "GET" }
    func POST() async -> String { "POST" }
    func PUT() -> String { "PUT" }
    func PATCH() async -> String { "PATCH" }
    func DELETE() -> String { "DELETE" }
    func QUERY(body: String) -> String { "QUERY \(body)" }

    /// Instead of the one that GET brings along.
    func HEAD() -> Response { Response(.noContent).header("X-Head", "explicit") }

    /// Instead of the automatic one.
    func OPTIONS() -> Response { Response(.noContent).header(.allow, "GET").header("X-Options", "explicit") }
}
