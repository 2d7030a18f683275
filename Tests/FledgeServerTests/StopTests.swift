// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Synchronization
import Testing

@testable import FledgeServer

/// What a client notices of a stop.
@Suite struct `A stop under load` {
    /// What became of the requests of all clients.
    private struct Tally {
        var answered = 0
        /// Sent whole, on a connection that was open, and not answered.
        var lost = 0
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)

        var value: Int { count.withLock { $0 } }

        func add() -> Int {
            count.withLock {
                $0 += 1
                return $0
            }
        }
    }

    /// Sends one request after another until nobody listens any more.
    private static func load(
        _ server: HTTPServer, keepsAlive: Bool, onAnswer: @Sendable () -> Void
    ) async -> Tally {
        var tally = Tally()
        var isListening = true
        while isListening {
            let part: Tally? = try? await withClient(server) { client in
                var part = Tally()
                do {
                    var isLast = !keepsAlive
                    repeat {
                        try await client.send("GET / HTTP/1.1⏎Host: a⏎⏎")
                        if try await client.reply()["connection"] == "close" { isLast = true }
                        part.answered += 1
                        onAnswer()
                    } while !isLast
                } catch {
                    part.lost += 1
                }
                return part
            }
            tally.answered += part?.answered ?? 0
            tally.lost += part?.lost ?? 0
            isListening = part != nil
        }
        return tally
    }

    @Test(arguments: [true, false]) func `loses no request`(keepsAlive: Bool) async throws {
        let count = Counter()
        let warm = Signal()
        try await withServer(threads: 2, routes: { $0.get("/") { _ in "ok" } }) { server in
            let tallies = await withTaskGroup(of: Tally.self) { clients in
                for _ in 0..<32 {
                    clients.addTask {
                        await Self.load(server, keepsAlive: keepsAlive) {
                            if count.add() == 500 { warm.give() }
                        }
                    }
                }
                await warm.wait()
                await server.stop()
                return await clients.reduce(into: [Tally]()) { $0.append($1) }
            }
            #expect(tallies.reduce(0) { $0 + $1.lost } == 0)
            #expect(tallies.reduce(0) { $0 + $1.answered } == count.value)
        }
    }
}

/// What an orchestrator sees: not ready first, gone later.
@Suite struct `A server that is told to end` {
    private func app(_ mode: Mode) -> App {
        let app = App(mode: mode, limits: .patient)
        app.limits.unready = .seconds(3600)
        app.get("/") { _ in "ok" }
        return app
    }

    @Test func `is not ready and still serves, each answer the last one`() async throws {
        let built = try app(.test).build()
        let server = try await HTTPServer.start(built, port: 0)
        #expect(built.context.readiness.isReady)
        try await withClient(server) { client in
            try await client.send("GET / HTTP/1.1⏎Host: a⏎⏎")
            #expect(try await client.reply()["connection"] == nil)

            let ending = Task { await server.retire() }
            while built.context.readiness.isReady { await Task.yield() }
            // One that comes now, and one that was there.
            #expect(try await ask(server, "GET / HTTP/1.1⏎Host: a⏎⏎")["connection"] == "close")
            try await client.send("GET / HTTP/1.1⏎Host: a⏎⏎")
            let last = try await client.reply()
            #expect(last.body == "ok" && last["connection"] == "close")
            #expect(try await client.rest() == "")
            ending.cancel()
            await ending.value
        }
        await #expect(throws: (any Error).self) {
            try await ask(server, "GET / HTTP/1.1⏎Host: a⏎⏎")
        }
    }

    @Test func `does not wait for load balancers in development`() async throws {
        let server = try await HTTPServer.start(app(.development).build(), port: 0)
        await server.retire()
        await #expect(throws: (any Error).self) {
            try await ask(server, "GET / HTTP/1.1⏎Host: a⏎⏎")
        }
    }

    @Test func `is ready when it has started again`() async throws {
        let built = try app(.development).build()
        for _ in 0..<2 {
            let server = try await HTTPServer.start(built, port: 0)
            #expect(built.context.readiness.isReady)
            await server.stop()
            #expect(!built.context.readiness.isReady)
        }
    }
}
