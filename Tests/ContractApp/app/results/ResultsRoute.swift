// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// Each result that a handler can have.
@Route struct ResultsRoute {
    @GET("/literal") func literal() -> JSON { ["z": 1, "a": [true, nil]] }
    @GET("/encodable") func encodable() -> [String: Int] { ["b": 1, "a": 2] }
    @GET("/text") func text() -> String { "Grüße" }
    @GET("/html") func html() async -> HTML { HTML("<h1>Hello</h1>") }
    @GET("/nothing") func nothing() async throws {}
    @GET("/nobody") func nobody() -> Person? { nil }
    @GET("/somebody") func somebody() -> String? { "somebody" }
    @GET("/created") func created() -> Created<Note> {
        Created(Note(what: "new", detail: "one"), at: "/results/one")
    }
    @GET("/redirect") func redirect() -> Redirect { .temporary("/results/text?x=1") }
    @GET("/see-other") func seeOther() async -> Redirect { .seeOther("/") }
    @GET("/response") func response() throws -> Response {
        try Response.json(Note(what: "by", detail: "hand"), status: .accepted)
            .header("X-Two", "one").header(.cacheControl, "no-store")
            .cookie(SetCookie("seen", "yes"))
    }
    @GET("/stream") func stream() -> AsyncStream<String> {
        AsyncStream { continuation in
            for piece in ["one ", "two ", "three"] { continuation.yield(piece) }
            continuation.finish()
        }
    }
}
