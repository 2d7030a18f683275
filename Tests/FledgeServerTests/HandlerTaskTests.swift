// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import Testing

@testable import FledgeServer

private enum Mark {
    @TaskLocal static var value = "none"
}

private enum Held: RequestKey {
    typealias Value = Census.Token
}

/// The handlers of a connection run in one task, of which none of them is to notice anything.
@Suite(.timeLimit(.minutes(1))) struct `A handler in the task of the one before it` {
    private static let ask = "GET /x HTTP/1.1⏎Host: a⏎⏎"

    /// So that the other tests of this suite test something.
    @Test func `is in the same task`() async throws {
        try await withServer { app in
            app.get("/x") { _ async in withUnsafeCurrentTask { "\($0.hashValue)" } }
        } _: { server in
            try await withClient(server) { client in
                var tasks: Set<String> = []
                for _ in 0..<10 {
                    try await client.send(Self.ask)
                    tasks.insert(try await client.reply().body)
                }
                #expect(tasks.count == 1)
            }
        }
    }

    @Test func `does not see values of that task`() async throws {
        try await withServer { app in
            app.get("/x") { _ async in
                let before = Mark.value
                return await Mark.$value.withValue("mine") {
                    await Task.yield()
                    return before
                }
            }
        } _: { server in
            try await withClient(server) { client in
                for _ in 0..<3 {
                    try await client.send(Self.ask)
                    #expect(try await client.reply().body == "none")
                }
            }
        }
    }

    /// The client has shut down its sending side, which cancels the first handler after a moment, and
    /// still waits for the answer to the second request.
    @Test func `is not cancelled with it`() async throws {
        let started = Signal()
        try await withServer { app in
            app.get("/wait") { _ async in
                started.give()
                await Signal().wait()
                return "cancelled: \(Task.isCancelled)"
            }
            app.get("/x") { _ async in "cancelled: \(Task.isCancelled)" }
        } _: { server in
            try await withClient(server) { client in
                try await client.send("GET /wait HTTP/1.1⏎Host: a⏎⏎" + Self.ask)
                await started.wait()
                client.finishSending()
                #expect(try await client.reply().body == "cancelled: true")
                #expect(try await client.reply().body == "cancelled: false")
            }
        }
    }

    /// While the connection is open, and the task waits for its next request.
    @Test func `finds nothing left of its request`() async throws {
        let census = Census()
        try await withServer { app in
            app.use(KeepsToken(census: census))
            app.get("/x") { _ async in "ok" }
        } _: { server in
            try await withClient(server) { client in
                for _ in 0..<3 {
                    try await client.send(Self.ask)
                    _ = try await client.reply()
                    await census.isEmpty()
                }
                #expect(census.born == 3)
            }
        }
    }

    private struct KeepsToken: Middleware {
        let census: Census

        func handle(_ request: Request, next: Next) async throws -> Response {
            var request = request
            request[Held.self] = census.token()
            return await next(request)
        }
    }

    /// Pipelined, so that the next one begins before the task of the last one rests.
    @Test(arguments: [1, 2, 50]) func `answers in order`(_ count: Int) async throws {
        try await withServer { app in
            app.get("/later/:number") { request async in
                await Task.yield()
                return request.parameter("number") ?? ""
            }
            app.get("/now/:number") { request async in request.parameter("number") ?? "" }
        } _: { server in
            try await withClient(server) { client in
                for _ in 0..<3 {
                    let kinds = (0..<count).map { $0.isMultiple(of: 3) ? "later" : "now" }
                    try await client.send(
                        kinds.enumerated().map { "GET /\($1)/\($0) HTTP/1.1⏎Host: a⏎⏎" }.joined())
                    for number in 0..<count {
                        #expect(try await client.reply().body == "\(number)")
                    }
                }
            }
        }
    }
}
