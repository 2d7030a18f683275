// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import FledgeServer

/// The bound of requests in flight, over real sockets, at n and at n + 1.
@Suite struct `Under overload` {
    private static let bound = 3

    private var limits: Limits {
        var limits = Limits.patient
        limits.requestsInFlight = Self.bound
        return limits
    }

    private struct Tagged: SyncMiddleware {
        func before(_ request: inout Request) -> Response? { nil }
        func after(_ request: Request, _ response: inout Response) {
            response.headers["X-Tag"] = request.path
        }
    }

    /// A middleware that waits, and therefore is left out of a refusal.
    private struct Waiting: Middleware {
        func handle(_ request: Request, next: Next) async -> Response {
            await next(request).header("X-Waited", "yes")
        }
    }

    private func get(_ path: String) -> String { "GET \(path) HTTP/1.1⏎Host: a⏎⏎" }

    /// Runs `body` while as many handlers wait as may, each until `release` is called; that returns when
    /// all of them have answered.
    private func withFullServer(
        log: LogLines = LogLines(),
        _ body: (HTTPServer, _ release: () async -> Void) async throws -> Void
    ) async throws {
        let (release, begun, answered) = (Signal(), Counter(), Counter())
        try await withServer(
            limits: limits, log: log,
            routes: { app in
                app.use(Tagged())
                app.health()
                app.get("/sync") { _ in "sync" }
                app.get("/wait") { _ async in
                    begun.increment()
                    await release.wait()
                    return "waited"
                }
                app.group { group in
                    group.use(Waiting())
                    group.post("/async") { _ async in "async" }
                }
            }
        ) { server in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<Self.bound {
                    group.addTask {
                        let reply = try await ask(server, get("/wait"))
                        #expect(reply.status == 200 && reply.body == "waited")
                        answered.increment()
                    }
                }
                await begun.reaches(Self.bound)
                try await body(server) {
                    release.give()
                    await answered.reaches(Self.bound)
                }
                release.give()
                try await group.waitForAll()
            }
        }
    }

    @Test func `the next request is refused at once, and the connection stays`() async throws {
        try await withFullServer { server, release in
            try await withClient(server) { client in
                try await client.send(get("/wait"))
                let refusal = try await client.reply()
                #expect(refusal.status == 503 && refusal["retry-after"] == "1")
                #expect(refusal["content-type"] == "application/problem+json")
                #expect(refusal.body.contains("\"code\":\"overloaded\""))
                #expect(refusal["connection"] == nil)

                await release()
                try await client.send(get("/wait"))
                #expect(try await client.reply().body == "waited")
            }
        }
    }

    @Test func `a refusal passes through the middleware up to the first that waits`() async throws {
        try await withFullServer { server, _ in
            try await withClient(server) { client in
                try await client.send("POST /async HTTP/1.1⏎Host: a⏎Content-Length: 2⏎⏎{}")
                let refusal = try await client.reply()
                #expect(refusal.status == 503 && refusal["x-tag"] == "/async")
                #expect(refusal["x-waited"] == nil)
            }
        }
    }

    @Test func `synchronous handlers and health routes go on answering`() async throws {
        try await withFullServer { server, _ in
            for path in ["/sync", "/health", "/ready", "/missing"] {
                let reply = try await ask(server, get(path))
                #expect(reply.status == (path == "/missing" ? 404 : 200), "\(path)")
            }
        }
    }

    @Test func `one line says how many were refused`() async throws {
        let log = LogLines(level: .warning)
        try await withFullServer(log: log) { server, _ in
            _ = try await ask(server, get("/wait"))
            #expect(log.errors.count == 1)
            #expect(log.errors.first?.hasPrefix("Overloaded: 1 requests") == true)
        }
    }

    @Test func `the lines are a second apart and leave nobody out`() {
        let log = LogLines(level: .warning)
        let loop = EmbeddedEventLoop()
        let report = OverloadReport(bound: 5, logger: Logger(label: "test") { _ in log })
        for _ in 0..<100 { report.refused(on: loop) }
        #expect(log.errors.count == 1)
        loop.advanceTime(by: .seconds(1))
        #expect(log.errors.count == 2 && log.errors[1].hasPrefix("Overloaded: 99 requests"))
        report.refused(on: loop)
        #expect(log.errors.count == 2)
        loop.advanceTime(by: .seconds(1))
        #expect(log.errors.count == 3)
        loop.advanceTime(by: .seconds(1))
        report.refused(on: loop)
        #expect(log.errors.count == 4)
    }

    @Test func `a handler that waits for its client's body takes nobody's place`() async throws {
        let waiting = Counter()
        try await withServer(
            limits: limits,
            routes: { app in
                app.post("/upload") { request async throws in
                    waiting.increment()
                    return try await String(buffer: request.body.collect())
                }
                app.get("/async") { _ async in "async" }
            }
        ) { server in
            try await withThrowingTaskGroup(of: Void.self) { group in
                let goOn = Signal()
                for _ in 0..<(2 * Self.bound) {
                    group.addTask {
                        try await withClient(server) { client in
                            try await client.send(
                                "POST /upload HTTP/1.1⏎Host: a⏎Expect: 100-continue⏎Content-Length: 2⏎⏎"
                            )
                            // The handler reads, so it does not count any more.
                            let head = try await client.head()
                            guard head.status == 100 else { return #expect(head.status == 503) }
                            await goOn.wait()
                            try await client.send("ok")
                            #expect(try await client.reply().body == "ok")
                        }
                    }
                }
                await waiting.reaches(Self.bound)
                #expect(try await ask(server, get("/async")).status == 200)
                goOn.give()
                try await group.waitForAll()
            }
            #expect(server.state.load.current == 0)
        }
    }

    @Test func `a handler that ignores its cancellation keeps its place`() async throws {
        let (release, returned) = (Signal(), Signal())
        var limits = limits
        limits.requestsInFlight = 1
        limits.handler = .milliseconds(100)
        try await withServer(
            limits: limits,
            routes: { app in
                app.get("/stubborn") { _ async in
                    await Task { await release.wait() }.value
                    return "late"
                }
                app.get("/async") { _ async in
                    returned.give()
                    return "async"
                }
            }
        ) { server in
            let late = try await ask(server, get("/stubborn"))
            #expect(late.status == 503 && late["retry-after"] == nil)
            let refusal = try await ask(server, get("/async"))
            #expect(refusal.status == 503 && refusal["retry-after"] == "1")
            release.give()
            while try await ask(server, get("/async")).status == 503 { await Task.yield() }
            await returned.wait()
        }
    }

    @Test func `a stream gives its place back with its head`() async throws {
        let release = Signal()
        try await withServer(
            limits: limits,
            routes: { app in
                app.get("/stream") { _ async in
                    Response(
                        body: .stream { writer in
                            try await writer.write("one")
                            await release.wait()
                        })
                }
            }
        ) { server in
            try await withClient(server) { client in
                try await client.send(get("/stream"))
                #expect(try await client.head().status == 200)
                #expect(server.state.load.current == 0)
                release.give()
                #expect(try await client.text(to: "0\r\n\r\n").hasPrefix("3\r\none"))
            }
        }
    }

    @Test func `a connection ends with its last request`() async throws {
        var limits = Limits.patient
        limits.requestsPerConnection = 3
        try await withServer(limits: limits, routes: { app in app.get("/") { _ in "ok" } }) {
            server in
            try await withClient(server) { client in
                try await client.send(String(repeating: get("/"), count: 4))
                for number in 1...3 {
                    let reply = try await client.reply()
                    #expect(reply["connection"] == (number == 3 ? "close" : nil))
                }
                #expect(try await client.rest() == "")
            }
        }
    }
}
