// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// Each way to fail.
@Route struct ErrorsRoute {
    let directory: Directory

    @GET("/problem") func problem() throws -> String {
        throw Problem(
            .serviceUnavailable, "Come back later.", code: "busy", extensions: ["queue": 3],
            headers: [.retryAfter: "120"])
    }

    @GET("/domain") func domain() async throws -> Person {
        try directory.create(NewPerson(name: "taken"))
    }

    @GET("/unforeseen") func unforeseen() throws -> String { throw Unforeseen() }

    @GET("/unforeseen/later") func unforeseenLater() async throws { throw Unforeseen() }

    @GET("/refused-field") func refusedField() -> Response {
        Response().header("X-Split", "one\r\nX-Two: two")
    }
}
