// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeMiddleware
import Logging

/// What every peer does too: see docs/Performance.md.
func mountBenchmarks(on app: App, otherRoutes: Int) {
    app.use(
        RequestID(), RequestLog(logger: Logger(label: "bench") { _ in NullSink() }),
        SecurityHeaders())
    for number in 0..<otherRoutes {
        app.get("/other/route\(number)/:id") { request in "other" }
    }
    app.get("/plaintext") { _ in "Hello, World!" }
    app.get("/async") { _ async in "Hello, World!" }
    app.get("/json") { _ in
        User(
            id: 7, name: "Ada Lovelace", email: "ada@example.com",
            tags: ["admin", "staff", "early"])
    }
    app.use("/users", UserController())
    mountEchoJSON(on: app)
    app.on(.get, "/users/:id") { (id: Int) in "user \(id)" }
    app.get("/4k") { _ in page }
    app.get("/stream") { _ in
        Response(body: .stream { writer in for _ in 0..<16 { try await writer.write(chunk) } })
    }
}

private let page = String(repeating: "0123456789abcdef", count: 256)
private let chunk = String(repeating: "0123456789abcdef", count: 64)

/// Takes each line and drops it: the work of making it is measured, the work of a disk is not.
struct NullSink: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {}
}
