// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

extension RewrittenRoutes {
    static func mountResults(on app: Router) {
        app.group("/results") { results in
            results.get("/literal") { _ in JSON.object(["z": 1, "a": .array([true, .null])]) }
            results.get("/encodable") { _ in Response.json(["a": 2, "b": 1]) }
            results.get("/text") { _ in Response.text("Grüße") }
            results.get("/html") { _ in
                Response(headers: [.contentType: "text/html; charset=utf-8"], body: "<h1>Hello</h1>")
            }
            results.get("/nothing") { _ in Response(.noContent) }
            results.get("/nobody") { _ async -> Person? in nil }
            results.get("/somebody") { _ in "somebody" }
            results.get("/created") { _ in
                Response.json(Note(what: "new", detail: "one"), status: .created)
                    .header(.location, "/results/one")
            }
            results.get("/redirect") { _ in
                Response(.temporaryRedirect).header(.location, "/results/text?x=1")
            }
            results.get("/see-other") { _ in Redirect.seeOther("/") }
            results.get("/response") { _ in
                var response = Response(.accepted, body: #"{"detail":"hand","what":"by"}"#)
                response.headers[.contentType] = "application/json"
                response.headers["X-Two"] = "one"
                response.headers[.cacheControl] = "no-store"
                return response.cookie(try SetCookie("seen", "yes"))
            }
            results.get("/stream") { _ in
                Response(
                    headers: [.contentType: "text/plain; charset=utf-8"],
                    body: .stream { writer in
                        for piece in ["one ", "two ", "three"] { try await writer.write(piece) }
                    })
            }
        }
    }

    static func mountErrors(on app: Router, _ directory: Directory) {
        let errors = Router()
        errors.get("/problem") { _ -> String in
            var problem = Problem(.serviceUnavailable, "Come back later.", code: "busy")
            problem.extensions["queue"] = 3
            problem.headers[.retryAfter] = "120"
            throw problem
        }
        errors.get("/domain") { _ -> Person in throw DirectoryError.nameTaken("taken") }
        errors.get("/unforeseen") { _ async throws -> String in throw Unforeseen() }
        errors.get("/unforeseen/later") { _ throws -> String in throw Unforeseen() }
        errors.get("/refused-field") { _ in Response().header("X-Split", "one\r\nX-Two: two") }
        app.use("/errors", errors)
    }
}
