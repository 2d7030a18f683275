// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeData
import FledgeMiddleware
import FledgeSQLite
import FledgeServer
import Foundation
import Logging

// A table of people behind HTTP, on SQLite or PostgreSQL: what a request with a query costs.
//
//     DatabaseServer --port N --threads N --database people.sqlite
//     DatabaseServer --port N --threads N --database postgres://…
let arguments = Arguments(CommandLine.arguments.dropFirst())
if arguments.printsCost {
    try await ReadCost(path: arguments.database).report()
    exit(0)
}
await serve(port: arguments.port, threads: arguments.threads) {
    let people = People(try await arguments.openDatabase())
    try await people.fill()
    let app = App()
    app.use(
        RequestID(), RequestLog(logger: Logger(label: "bench") { _ in NullSink() }),
        SecurityHeaders())
    app.on(.get, "/people/:id") { (id: Int) in try await people.find(id) }
    app.get("/people") { _ in try await people.list(after: 5000) }
    app.post("/people") { request in
        try await people.add(try await request.json(NewPerson.self))
        return Added(added: 1)
    }
    return app
}

/// Takes each line and drops it, as in the other benchmarks.
struct NullSink: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {}
}
