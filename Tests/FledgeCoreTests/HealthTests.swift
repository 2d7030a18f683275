// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import HTTPTypes
import Logging
import Synchronization
import Testing

@testable import FledgeCore

@Suite struct `Health routes` {
    private struct Down: Error {}

    @Test func `answer 200 while all is well`() async throws {
        for fill in [{ $0.health() }, { $0.health {} }] as [(App) -> Void] {
            let app = App(mode: .test)
            fill(app)
            for path in ["/health", "/ready"] {
                let answer = try await app.answer(.get, path)
                #expect(answer.status == 200 && answer.text == #"{"status":"ok"}"#)
                #expect(answer.headers[.contentType] == "application/json")
                #expect(answer.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test func `are where they are wanted`() async throws {
        let app = App(mode: .test)
        app.health("/livez", ready: "/readyz")
        #expect(try await app.answer(.get, "/livez").status == 200)
        #expect(try await app.answer(.head, "/readyz").status == 200)
        #expect(try await app.answer(.get, "/health").status == 404)
    }

    @Test func `say that the server is stopping, and that it is alive`() async throws {
        let app = App(mode: .test)
        app.health {}
        let built = try app.build()
        built.context.readiness.isReady = false
        let ready = try await Answer(built.respond(to: Request("/ready")))
        #expect(ready.status == 503 && ready.headers[.retryAfter] == "1")
        #expect(ready.text.contains("This server is stopping."))
        #expect(try await Answer(built.respond(to: Request("/health"))).status == 200)
    }

    @Test func `give the cause of a failed check to the log alone`() async throws {
        let log = LogRecorder()
        let app = App(mode: .production, logger: log.logger)
        app.health { throw Down() }
        let ready = try await app.answer(.get, "/ready")
        #expect(ready.status == 503 && ready.headers[.retryAfter] == "1")
        #expect(ready.headers[.cacheControl] == "no-store")
        #expect(!ready.text.contains("Down"))
        #expect(log.lines.count == 1)
        #expect(log.lines.first?.metadata["error"]?.description.contains("Down") == true)
        #expect(try await app.answer(.get, "/health").status == 200)
    }

    @Test func `give way to the app's own, whatever the order`() async throws {
        for healthFirst in [true, false] {
            let app = App(mode: .test)
            if healthFirst { app.health() }
            app.get("/health") { _ in "own" }
            if !healthFirst { app.health() }
            #expect(try await app.answer(.get, "/health").text == "own")
            #expect(try await app.answer(.get, "/ready").status == 200)
        }
    }

    @Test func `stand beside a route of another verb and before one with a parameter`() async throws
    {
        let app = App(mode: .test)
        app.post("/health") { _ in "posted" }
        app.get("/:page") { _ in "page" }
        app.health()
        #expect(try await app.answer(.post, "/health").text == "posted")
        #expect(try await app.answer(.get, "/health").text == #"{"status":"ok"}"#)
    }

    @Test func `have the middleware that was there before them`() async throws {
        struct Locked: SyncMiddleware {
            func before(_ request: inout Request) throws -> Response? { Response(.unauthorized) }
        }
        let app = App(mode: .test)
        app.health()
        app.use(Locked())
        #expect(try await app.answer(.get, "/health").status == 200)
    }
}

@Suite struct `A health check` {
    /// Opened once; whoever waits goes on.
    private final class Gate: Sendable {
        private let stream: AsyncStream<Void>
        private let continuation: AsyncStream<Void>.Continuation
        init() { (stream, continuation) = AsyncStream.makeStream() }
        func open() { continuation.finish() }
        func wait() async { for await _ in stream {} }
        /// Waits on, even when the task is cancelled.
        func waitStubbornly() async { await Task { await wait() }.value }
    }

    private func never(_: Duration) async throws { try await Task.sleep(for: .seconds(86_400)) }

    @Test func `runs once for all who ask at the same time`() async throws {
        let (begun, goOn) = (Gate(), Gate())
        let runs = Atomic(0)
        let check = HealthCheck(timeLimit: .seconds(1), sleep: never) {
            runs.add(1, ordering: .relaxed)
            begun.open()
            await goOn.wait()
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await check.run() }
            await begun.wait()
            for _ in 0..<10 { group.addTask { try await check.run() } }
            goOn.open()
            try await group.waitForAll()
        }
        #expect(runs.load(ordering: .relaxed) >= 1)
    }

    @Test func `that is overdue is not begun again before it has returned`() async throws {
        let goOn = Gate()
        let runs = Atomic(0)
        let check = HealthCheck(timeLimit: .zero, sleep: { _ in }) {
            runs.add(1, ordering: .relaxed)
            await goOn.waitStubbornly()
        }
        for _ in 0..<3 {
            await #expect(throws: HealthCheck.Overdue.self) { try await check.run() }
        }
        #expect(runs.load(ordering: .relaxed) == 1)
        goOn.open()
    }

    @Test func `is cancelled when its time is up`() async throws {
        let cancelled = Gate()
        let check = HealthCheck(timeLimit: .zero, sleep: { _ in }) {
            await Gate().wait()
            if Task.isCancelled { cancelled.open() }
        }
        await #expect(throws: HealthCheck.Overdue.self) { try await check.run() }
        await cancelled.wait()
    }
}
