// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

/// Answers every method and path with 200, after it has read the body: for replaying streams of
/// bytes, whose verdict must not depend on a route.
func mountEcho(on app: App) {
    app.any("/*path?") { request async throws in
        let body = try await request.body.collect()
        return Echo(
            method: request.method.rawValue, target: request.target.pathAndQuery,
            body_len: body.readableBytes)
    }
}

struct Echo: Codable {
    var method: String
    var target: String
    var body_len: Int
}
