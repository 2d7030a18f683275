// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore
import Testing

@testable import FledgeServer

/// The limits that need more than one message to see: rates, answers, handlers, connections.
@Suite struct `A limit of a connection` {
    private func limits(_ change: (inout Limits) -> Void) -> Limits {
        var limits = Limits.patient
        change(&limits)
        return limits
    }

    /// The rate counts after 10 s.
    ///
    /// Both clients begin together, so when the slow one has its 408 the other has waited as long.
    @Test func `on the rate of a body spares who is fast enough`() async throws {
        try await withServer(
            limits: limits { $0.bodyRate = 100 },
            routes: { app in
                app.post("/read") { request async throws in
                    "\(try await request.body.collect().readableBytes)"
                }
            }
        ) { server in
            let head = "POST /read HTTP/1.1⏎Host: a⏎Content-Length: 9000⏎⏎"
            try await withClient(server) { fast in
                try await fast.send(head + String(repeating: "x", count: 8999))
                let slow = try await ask(server, head + String(repeating: "x", count: 999))
                #expect(slow.status == 408)
                try await fast.send("x")
                #expect(try await fast.reply().body == "9000")
            }
        }
    }

    @Test(arguments: [(Duration.seconds(3600), 200), (.milliseconds(200), 503)])
    func `on the handler answers 503 when it is over`(
        _ time: Duration, _ status: Int
    ) async throws {
        let release = Signal()
        if status == 200 { release.give() }
        try await withServer(
            limits: limits { $0.handler = time },
            routes: { app in
                app.get("/work") { _ async in
                    await release.wait()
                    return "done"
                }
            }
        ) { server in
            let reply = try await ask(server, "GET /work HTTP/1.1⏎Host: a⏎⏎")
            #expect(reply.status == status)
        }
    }

    @Test func `on the handler does not count the time of the body or of the stream`() async throws
    {
        let late = Signal()
        try await withServer(
            limits: limits { $0.handler = .milliseconds(200) },
            routes: { app in
                app.get("/stuck") { _ async in
                    await Signal().wait()
                    return "never"
                }
                app.post("/echo") { request async throws in
                    _ = try await request.body.collect()
                    return Response(
                        body: .stream { writer in
                            try await writer.write("first")
                            await late.wait()
                            try await writer.write(" last")
                        })
                }
            }
        ) { server in
            try await withClient(server) { client in
                try await client.send("POST /echo HTTP/1.1⏎Host: a⏎Content-Length: 2⏎⏎x")
                // When another has run out of its time, so would this one have.
                #expect(try await ask(server, "GET /stuck HTTP/1.1⏎Host: a⏎⏎").status == 503)
                try await client.send("x")
                #expect(try await client.head().status == 200)
                _ = try await client.text(to: "first")
                #expect(try await ask(server, "GET /stuck HTTP/1.1⏎Host: a⏎⏎").status == 503)
                late.give()
                _ = try await client.text(to: " last")
            }
        }
    }

    @Test(arguments: [(Duration.seconds(3600), true), (.milliseconds(200), false)])
    func `on taking bytes cuts off who takes none`(
        _ time: Duration, _ isWhole: Bool
    ) async throws {
        let (size, isCut) = (32 << 20, Signal())
        try await withServer(
            limits: limits { $0.writeStall = time },
            routes: { app in
                app.get("/large") { _ in
                    Response(
                        body: .stream(count: size) { writer in
                            do {
                                for _ in 0..<32 {
                                    try await writer.write(.init(repeating: 0x78, count: 1 << 20))
                                }
                            } catch {
                                isCut.give()
                                throw error
                            }
                        })
                }
            }
        ) { server in
            try await withClient(server) { client in
                try await client.send("GET /large HTTP/1.1⏎Host: a⏎⏎")
                if !isWhole { return await isCut.wait() }
                #expect(try await client.head().status == 200)
                var count = 0
                while count < size, let piece = try await client.piece() {
                    count += piece.readableBytes
                }
                #expect(count == size)
            }
        }
    }

    @Test func `on connections serves n, and n + 1 when one of them has gone`() async throws {
        try await withServer(
            limits: limits { $0.connections = 2 }, routes: { $0.get("/") { _ in "ok" } }
        ) { server in
            let request = "GET / HTTP/1.1⏎Host: a⏎⏎"
            try await withClient(server) { first in
                try await first.send(request)
                #expect(try await first.reply().status == 200)
                let third = try await withClient(server) { second in
                    try await second.send(request)
                    #expect(try await second.reply().status == 200)
                    #expect(server.state.connectionCount == 2)
                    // The kernel takes it; the server does not, however long the others talk.
                    let third = Task { try await ask(server, request).status }
                    for _ in 0..<100 {
                        try await second.send(request)
                        _ = try await second.reply()
                        #expect(server.state.connectionCount == 2)
                    }
                    return third
                }
                #expect(try await third.value == 200)
            }
        }
    }

    @Test(arguments: [(Duration.seconds(3600), true), (.milliseconds(1), false)])
    func `on draining lets a request finish in its time only`(
        _ time: Duration, _ finishes: Bool
    ) async throws {
        let (started, release) = (Signal(), Signal())
        try await withServer(
            limits: limits { $0.drain = time },
            routes: { app in
                app.get("/work") { _ async in
                    started.give()
                    await release.wait()
                    return "done"
                }
            }
        ) { server in
            try await withClient(server) { client in
                try await client.send("GET /work HTTP/1.1⏎Host: a⏎⏎")
                await started.wait()
                let stopping = Task { await server.stop() }
                if finishes {
                    // The listener has closed when nobody can connect.
                    while (try? await withClient(server) { _ in true }) != nil {
                        await Task.yield()
                    }
                    release.give()
                    #expect(try await client.reply().body == "done")
                } else {
                    #expect(try await client.rest() == "")
                }
                await stopping.value
            }
        }
    }
}
