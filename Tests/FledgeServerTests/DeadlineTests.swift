// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore
import Testing

@testable import FledgeServer

/// The time limits, with small ones: each test waits for what the server does, for as long as it takes.
@Suite struct `A deadline` {
    private func limits(_ change: (inout Limits) -> Void) -> Limits {
        var limits = Limits()
        change(&limits)
        return limits
    }

    @Test func `for the head is answered with 408`() async throws {
        try await withServer(limits: limits { $0.headTime = .milliseconds(200) }, routes: { _ in })
        { server in
            try await withClient(server) { client in
                try await client.send("GET / HTTP/1.1⏎Host:")
                let reply = try await client.reply()
                #expect(reply.status == 408 && reply["connection"] == "close")
            }
        }
    }

    @Test func `for the head closes silently when not even a line came`() async throws {
        try await withServer(limits: limits { $0.headTime = .milliseconds(200) }, routes: { _ in })
        { server in
            try await withClient(server) { client in
                try await client.send("GET /")
                #expect(try await client.rest() == "")
            }
        }
    }

    @Test func `for a request closes an idle connection`() async throws {
        try await withServer(limits: limits { $0.idle = .milliseconds(200) }, routes: { _ in }) {
            server in
            let received = try await withClient(server) { client in try await client.rest() }
            #expect(received == "")
        }
    }

    @Test(arguments: ["/read", "/whole"]) func `for the body is answered with 408`(
        _ path: String
    ) async throws {
        try await withServer(
            limits: limits { $0.bodyTime = .milliseconds(200) },
            routes: { app in
                app.post("/read") { request async throws in
                    "\(try await request.body.collect().readableBytes)"
                }
                app.use("/whole", WholeBody())
            }
        ) { server in
            try await withClient(server) { client in
                try await client.send("POST \(path) HTTP/1.1⏎Host: a⏎Content-Length: 10⏎⏎part")
                let reply = try await client.reply()
                #expect(reply.status == 408 && reply["connection"] == "close")
            }
        }
    }

    @Test func `for the handler is answered with 503, and the handler is cancelled`() async throws {
        let cancelled = Signal()
        let log = LogLines()
        try await withServer(
            limits: limits { $0.handler = .milliseconds(200) }, log: log,
            routes: { app in
                app.get("/stuck") { _ async in
                    await Signal().wait()
                    if Task.isCancelled { cancelled.give() }
                    return "late"
                }
            }
        ) { server in
            let reply = try await ask(server, "GET /stuck HTTP/1.1⏎Host: a⏎⏎")
            #expect(reply.status == 503 && reply["connection"] == "close")
            await cancelled.wait()
        }
        #expect(log.errors.count == 1)
    }

    @Test func `for taking bytes cuts off a client that reads nothing`() async throws {
        let cancelled = Signal()
        try await withServer(
            limits: limits { $0.writeStall = .milliseconds(200) },
            routes: { app in
                app.get("/flood") { _ in
                    Response(
                        body: .stream { writer in
                            let piece = ByteBuffer(repeating: 0x78, count: 1 << 20)
                            do {
                                while true { try await writer.write(piece) }
                            } catch {
                                cancelled.give()
                                throw error
                            }
                        })
                }
            }
        ) { server in
            try await withClient(server) { client in
                try await client.send("GET /flood HTTP/1.1⏎Host: a⏎⏎")
                await cancelled.wait()
            }
        }
    }
}
