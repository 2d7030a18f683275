// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Synchronization
import Testing

@testable import FledgeServer

/// What clients notice of a stop.
@Suite struct `A stop under load` {
    @Test(arguments: [true, false]) func `loses no request`(keepsAlive: Bool) async throws {
        let warm = Signal()
        let answers = Mutex(0)
        try await withServer(threads: 2, routes: { $0.get("/") { _ in "ok" } }) { server in
            let clients = (0..<32).map { _ in
                LoadClient(port: server.port, keepsAlive: keepsAlive) {
                    let count = answers.withLock { count in
                        count += 1
                        return count
                    }
                    if count == 500 { warm.give() }
                }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in clients { group.addTask { try await client.run() } }
                await warm.wait()
                await server.stop()
                try await group.waitForAll()
            }
            #expect(clients.reduce(0) { $0 + $1.lost } == 0)
            #expect(clients.reduce(0) { $0 + $1.answered } >= 500)
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
