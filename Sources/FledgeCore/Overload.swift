// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

/// The answer of a server that has as much to do as it may (`Limits.requestsInFlight`).
enum Overload {
    /// A chain that refuses, behind the middleware that the request would have met.
    ///
    /// A browser shows a 503 without CORS fields as a "CORS error", and a 503 without its id
    /// cannot be found in the log. But a refusal must not wait for anything, or it would be one more thing in
    /// flight: so it goes as far as the first middleware that is not synchronous. What stands behind
    /// that one may rely on what it found out, and is left out too.
    static func refusal(behind middleware: [any Middleware]) -> Chain.Form {
        let hooks = middleware.prefix { $0 is any SyncMiddleware }
        return Chain.make(Array(hooks), .sync { _ in throw problem })
    }

    private static let problem = Problem(
        .serviceUnavailable, "The server has too much to do. Try again in a moment.",
        code: "overloaded", headers: [.retryAfter: "1"])
}
