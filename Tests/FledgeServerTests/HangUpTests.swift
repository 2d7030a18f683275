// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore
import Testing

@testable import FledgeServer

/// A client that goes away cancels what runs for it, whatever it had sent and whoever waits for what.
@Suite(.timeLimit(.minutes(2))) struct `A client that hangs up cancels` {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let path: String
        /// What was announced, and what of it is sent.
        var announced = 0
        var sent = 0
    }

    private func routes(_ started: Signal, _ cancelled: Signal) -> (App) -> Void {
        @Sendable func wait() async throws {
            started.give()
            await Signal().wait()
            if Task.isCancelled { cancelled.give() }
            try Task.checkCancellation()
        }
        return { app in
            app.post("/ignore", body: .mebibytes(64)) { _ async throws in
                try await wait()
                return "never"
            }
            app.post("/begin", body: .mebibytes(64)) { request async throws in
                var pieces = request.body.makeAsyncIterator()
                _ = try await pieces.next()
                try await wait()
                return "never"
            }
            app.post("/read", body: .mebibytes(64)) { request async throws in
                started.give()
                do {
                    return "\(try await request.body.collect().readableBytes)"
                } catch {
                    cancelled.give()
                    throw error
                }
            }
            app.post("/quiet", body: .mebibytes(64)) { _ in
                Response(body: .stream { _ in try await wait() })
            }
            app.post("/quiet-async", body: .mebibytes(64)) { _ async in
                Response(body: .stream { _ in try await wait() })
            }
            app.post("/stream", body: .mebibytes(64)) { _ in
                Response(
                    body: .stream { writer in
                        try await writer.write("first")
                        try await wait()
                    })
            }
        }
    }

    @Test(arguments: [
        Case(testDescription: "a handler without a body", path: "/ignore"),
        Case(
            testDescription: "a handler with a small body", path: "/ignore", announced: 9, sent: 9),
        Case(
            testDescription: "a handler that waits for the body", path: "/read", announced: 9,
            sent: 4),
        Case(
            testDescription: "a handler that ignores a body", path: "/ignore",
            announced: 100_000, sent: 100_000),
        Case(
            testDescription: "a handler that ignores the half of a body", path: "/ignore",
            announced: 400_000, sent: 100_000),
        Case(
            testDescription: "a handler that reads no further", path: "/begin",
            announced: 400_000, sent: 100_000),
        Case(testDescription: "a stream before its first piece", path: "/quiet"),
        Case(
            testDescription: "a stream of an async handler that does not wait", path: "/quiet-async"
        ),
        Case(testDescription: "a stream", path: "/stream"),
        Case(
            testDescription: "a stream beside a body", path: "/stream",
            announced: 100_000, sent: 100_000),
    ]) func `what runs for it`(_ row: Case) async throws {
        let (started, cancelled) = (Signal(), Signal())
        let log = LogLines()
        try await withServer(log: log, routes: routes(started, cancelled)) { server in
            try await withClient(server) { client in
                try await client.send(
                    "POST \(row.path) HTTP/1.1⏎Host: a⏎Content-Length: \(row.announced)⏎⏎")
                try await client.send(String(repeating: "x", count: row.sent))
                await started.wait()
            }
            await cancelled.wait()
        }
        #expect(log.errors.isEmpty)
    }
}
