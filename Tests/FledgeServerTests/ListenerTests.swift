// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Synchronization
import Testing

@testable import FledgeServer

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Tells threads apart.
private enum Thread {
    static var current: UInt {
        #if canImport(Darwin)
        UInt(bitPattern: pthread_self())
        #else
        UInt(pthread_self())
        #endif
    }
}

/// The listening sockets of a server, one on each event loop.
@Suite struct `Listening` {
    @Test(arguments: [1, 4]) func `deals connections to all event loops`(threads: Int) async throws
    {
        let loops = Mutex<[UInt: Int]>([:])
        try await withServer(
            threads: threads,
            routes: { app in
                // Synchronous, so it runs on the loop of its connection.
                app.get("/") { _ in
                    loops.withLock { $0[Thread.current, default: 0] += 1 }
                    return "ok"
                }
            }
        ) { server in
            for _ in 0..<64 { _ = try await ask(server, "GET / HTTP/1.1⏎Host: a⏎⏎") }
        }
        // The kernel deals by a hash of the client's port: 64 leave no loop of 4 out.
        #expect(loops.withLock { $0.count } == threads)
        #expect(loops.withLock { $0.values.reduce(0, +) } == 64)
    }

    @Test(arguments: [(1, 1), (1, 4), (4, 1), (4, 4)])
    func `on a port that is taken says which and what to do`(first: Int, second: Int) async throws {
        try await withServer(threads: first, routes: { $0.get("/") { _ in "ok" } }) { server in
            let error = await #expect(throws: ListenError.self) {
                _ = try await HTTPServer.start(
                    App(mode: .test).build(), port: server.port, threads: second)
            }
            #expect(error?.reason == .addressInUse)
            #expect(error?.description.contains("PORT=\(server.port + 1)") == true)
        }
    }

    @Test func `can go on, on the same port, with another server`() async throws {
        let app = App(mode: .test)
        app.get("/") { _ in "ok" }
        let first = try await HTTPServer.start(app.build(), port: 0, threads: 4)
        await first.stop()
        let second = try await HTTPServer.start(app.build(), port: first.port, threads: 4)
        #expect(try await ask(second, "GET / HTTP/1.1⏎Host: a⏎⏎").body == "ok")
        await second.stop(drain: .zero)
    }

    @Test(arguments: [1, 4]) func `gives the port back before its stop is over`(
        threads: Int
    ) async throws {
        let app = App(mode: .test)
        app.get("/") { _ in "ok" }
        var port = 0
        for _ in 0..<20 {
            let server = try await HTTPServer.start(app.build(), port: port, threads: threads)
            port = server.port
            try await withClient(server) { client in
                try await client.send("GET / HTTP/1.1⏎Host: a⏎⏎")
                #expect(try await client.reply().body == "ok")
                await server.stop(drain: .zero)
            }
        }
    }

    @Test(arguments: ["localhost", "127.0.0.1", "::1"]) func `takes names and addresses`(
        host: String
    ) async throws {
        let server = try await HTTPServer.start(
            App(mode: .test).build(), host: host, port: 0, threads: 4)
        #expect(server.host == host && server.port > 0)
        await server.stop(drain: .zero)
    }

    @Test func `holds the number of connections, whichever loop accepts them`() async throws {
        var limits = Limits.patient
        limits.connections = 3
        let most = Mutex(0)
        let running = Mutex<HTTPServer?>(nil)
        try await withServer(
            limits: limits, threads: 4,
            routes: { app in
                app.get("/") { _ in
                    let count = running.withLock { $0?.state.connectionCount } ?? 0
                    most.withLock { $0 = max($0, count) }
                    return "ok"
                }
            }
        ) { server in
            running.withLock { $0 = server }
            try await withThrowingTaskGroup(of: Int.self) { clients in
                for _ in 0..<40 {
                    clients.addTask { try await ask(server, "GET / HTTP/1.1⏎Host: a⏎⏎").status }
                }
                for try await status in clients { #expect(status == 200) }
            }
            running.withLock { $0 = nil }
        }
        #expect((1...3).contains(most.withLock { $0 }))
    }
}
