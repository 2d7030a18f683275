// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore
import Synchronization
import Testing

@testable import FledgeServer

/// How connections and servers end: hang-ups, half-closes, errors half way, graceful stops.
@Suite struct `A connection` {
    /// Waits until it is cancelled and says so.
    private func waitForCancellation(_ started: Signal, _ cancelled: Signal) async throws {
        started.give()
        await Signal().wait()
        if Task.isCancelled { cancelled.give() }
        try Task.checkCancellation()
    }

    @Test func `that the client hangs up cancels its handler`() async throws {
        let (started, cancelled) = (Signal(), Signal())
        try await withServer(routes: { app in
            app.get("/wait") { _ async throws in
                try await waitForCancellation(started, cancelled)
                return "never"
            }
        }) { server in
            try await withClient(server) { client in
                try await client.send("GET /wait HTTP/1.1⏎Host: a⏎⏎")
                await started.wait()
            }
            await cancelled.wait()
        }
    }

    @Test func `that the client hangs up cancels the stream it was reading`() async throws {
        let (started, cancelled) = (Signal(), Signal())
        let log = LogLines()
        try await withServer(
            log: log,
            routes: { app in
                app.get("/events") { _ in
                    Response(
                        body: .stream { writer in
                            try await writer.write("first")
                            try await waitForCancellation(started, cancelled)
                        })
                }
            }
        ) { server in
            try await withClient(server) { client in
                try await client.send("GET /events HTTP/1.1⏎Host: a⏎⏎")
                _ = try await client.text(to: "first")
                await started.wait()
            }
            await cancelled.wait()
        }
        #expect(log.errors.isEmpty)
    }

    @Test func `that is half-closed still gets its answers`() async throws {
        try await withServer(routes: { app in
            app.get("/now") { _ in "now" }
            app.get("/later") { _ async in
                for _ in 0..<10 { await Task.yield() }
                return "later"
            }
        }) { server in
            try await withClient(server) { client in
                try await client.send("GET /later HTTP/1.1⏎Host: a⏎⏎GET /now HTTP/1.1⏎Host: a⏎⏎")
                client.finishSending()
                #expect(try await client.reply().body == "later")
                #expect(try await client.reply().body == "now")
                #expect(try await client.rest() == "")
            }
        }
    }

    @Test func `is closed only when the client has taken a large answer, even by a stop`()
        async throws
    {
        let size = 20 << 20
        try await withServer(routes: { app in
            app.get("/large") { _ in Response(body: Body(ByteBuffer(repeating: 0x78, count: size)))
            }
        }) { server in
            for isHalfClosed in [true, false] {
                try await withClient(server) { client in
                    try await client.send("GET /large HTTP/1.1⏎Host: a⏎⏎")
                    if isHalfClosed { client.finishSending() }
                    #expect(try await client.head().status == 200)
                    let stopping = Task { if !isHalfClosed { await server.stop() } }
                    var count = 0
                    while count < size, let piece = try await client.piece() {
                        count += piece.readableBytes
                    }
                    #expect(count == size)
                    await stopping.value
                }
            }
        }
    }

    @Test func `is cut off when a stream fails half way, and that is logged once`() async throws {
        struct Broken: Error {}
        let log = LogLines()
        try await withServer(
            log: log,
            routes: { app in
                app.get("/broken") { _ in
                    Response(
                        body: .stream { writer in
                            try await writer.write("half")
                            throw Broken()
                        })
                }
            }
        ) { server in
            try await withClient(server) { client in
                try await client.send("GET /broken HTTP/1.1⏎Host: a⏎⏎")
                #expect(try await client.head().status == 200)
                let body = try await client.rest()
                #expect(!body.contains("0\r\n\r\n"))
            }
        }
        #expect(log.errors == ["A response body failed half way; the connection was cut off"])
    }

    @Test func `is cut off when a body has not the length it was announced with`() async throws {
        let log = LogLines()
        try await withServer(
            log: log,
            routes: { app in
                app.get("/short") { _ in
                    Response(body: .stream(count: 10) { try await $0.write("short") })
                }
                app.get("/long") { _ in
                    Response(
                        body: .stream(count: 5) { writer in
                            try await writer.write("long")
                            try await writer.write("long")
                        })
                }
            }
        ) { server in
            for path in ["short", "long"] {
                await #expect(throws: Conversation.Failure.self) {
                    _ = try await ask(server, "GET /\(path) HTTP/1.1⏎Host: a⏎⏎")
                }
            }
        }
        #expect(log.errors.count == 2)
    }

    @Test func `waits to be accepted while there are as many as there may be`() async throws {
        var limits = Limits.patient
        limits.connections = 1
        let order = Mutex("")
        try await withServer(
            limits: limits,
            routes: { app in
                app.get("/:name") { request in
                    order.withLock { $0 += request.path }
                    return "ok"
                }
            }
        ) { server in
            let other = try await withClient(server) { first in
                try await first.send("GET /a HTTP/1.1⏎Host: a⏎⏎")
                _ = try await first.reply()
                // The kernel takes the connection; the server does not until the first has gone.
                let other = Task { try await ask(server, "GET /b HTTP/1.1⏎Host: a⏎⏎").body }
                for _ in 0..<200 {
                    try await first.send("GET /a HTTP/1.1⏎Host: a⏎⏎")
                    _ = try await first.reply()
                }
                return other
            }
            #expect(try await other.value == "ok")
        }
        #expect(order.withLock { $0 } == String(repeating: "/a", count: 201) + "/b")
    }
}

/// SIGTERM's work, without the signal.
@Suite struct `Stopping a server` {
    @Test func `lets the running request finish, as the last one of its connection`() async throws {
        let (started, release, stopped) = (Signal(), Signal(), Signal())
        try await withServer(routes: { app in
            app.get("/work") { _ async in
                started.give()
                await release.wait()
                return "done"
            }
        }) { server in
            try await withClient(server) { client in
                try await client.send("GET /work HTTP/1.1⏎Host: a⏎⏎")
                await started.wait()
                let stopping = Task {
                    await server.stop()
                    stopped.give()
                }
                // The listener is closed before anything else: a refused connection shows it.
                while (try? await withClient(server) { _ in true }) != nil { await Task.yield() }
                release.give()
                let reply = try await client.reply()
                #expect(reply.body == "done" && reply["connection"] == "close")
                #expect(try await client.rest() == "")
                await stopping.value
            }
            await stopped.wait()
        }
    }

    @Test func `closes idle connections`() async throws {
        try await withServer(routes: { $0.get("/") { _ in "ok" } }) { server in
            try await withClient(server) { client in
                try await client.send("GET / HTTP/1.1⏎Host: a⏎⏎")
                #expect(try await client.reply().body == "ok")
                await server.stop()
                #expect(try await client.rest() == "")
            }
        }
    }

    @Test func `cancels what runs when the time is over`() async throws {
        let (started, cancelled) = (Signal(), Signal())
        try await withServer(routes: { app in
            app.get("/stuck") { _ async in
                started.give()
                await Signal().wait()
                if Task.isCancelled { cancelled.give() }
                return "late"
            }
        }) { server in
            try await withClient(server) { client in
                try await client.send("GET /stuck HTTP/1.1⏎Host: a⏎⏎")
                await started.wait()
                await server.stop(drain: .milliseconds(1))
                await cancelled.wait()
            }
        }
    }
}
