// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Hummingbird
import NIOCore

struct User: ResponseCodable {
    var id: Int
    var name: String
    var email: String
    var tags: [String]
}

func makeRouter() -> Router<BasicRequestContext> {
    let router = Router()
    router.add(middleware: SecurityHeaders())
    router.add(middleware: LogLine())
    router.add(middleware: RequestName())
    for number in 0..<100 {
        router.get("/other/route\(number)/:id") { _, _ in "other" }
    }
    router.get("/plaintext") { _, _ in "Hello, World!" }
    router.get("/async") { _, _ async in "Hello, World!" }
    router.get("/json") { _, _ in
        User(
            id: 7, name: "Ada Lovelace", email: "ada@example.com",
            tags: ["admin", "staff", "early"])
    }
    router.post("/users") { request, context in
        let user = try await request.decode(as: User.self, context: context)
        guard user.isValid else {
            throw HTTPError(.unprocessableContent, message: "The user is not valid.")
        }
        return user
    }
    router.get("/users/:id") { _, context in
        "user \(try context.parameters.require("id", as: Int.self))"
    }
    router.get("/4k") { _, _ in page }
    router.get("/stream") { _, _ in
        Response(
            status: .ok,
            body: ResponseBody { writer in
                for _ in 0..<16 { try await writer.write(ByteBuffer(string: chunk)) }
                try await writer.finish(nil)
            })
    }
    return router
}

private let page = String(repeating: "0123456789abcdef", count: 256)
private let chunk = String(repeating: "0123456789abcdef", count: 64)
