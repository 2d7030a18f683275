// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore
import Synchronization
import Testing

@testable import FledgeServer

/// Bodies in both directions: limits, `100 Continue`, backpressure, what is left unread.
@Suite struct `A body` {
    private func routes(_ app: App) {
        app.get("/ok") { _ in "ok" }
        app.post("/ignore") { _ in "ignored" }
        app.post("/count", body: .mebibytes(1)) { request async throws in
            var count = 0
            for try await piece in request.body { count += piece.readableBytes }
            return "\(count)"
        }
    }

    private func post(_ path: String, _ length: Int, _ more: String = "") -> String {
        "POST \(path) HTTP/1.1⏎Host: a⏎Content-Length: \(length)⏎\(more)⏎"
    }

    @Test func `is asked for with 100 Continue when the handler reads it`() async throws {
        try await withServer(routes: routes) { server in
            try await withClient(server) { client in
                try await client.send(post("/count", 5, "Expect: 100-continue⏎"))
                #expect(try await client.head().status == 100)
                try await client.send("hello")
                #expect(try await client.reply().body == "5")
            }
        }
    }

    @Test(arguments: ["/ignore", "/missing"]) func `that nobody reads is not asked for`(
        _ path: String
    ) async throws {
        try await withServer(routes: routes) { server in
            try await withClient(server) { client in
                try await client.send(post(path, 5, "Expect: 100-continue⏎"))
                let reply = try await client.reply()
                #expect(reply.status != 100 && reply["connection"] == "close")
                #expect(try await client.rest() == "")
            }
        }
    }

    @Test func `that is announced too large is refused before it is sent`() async throws {
        try await withServer(routes: routes) { server in
            try await withClient(server) { client in
                try await client.send(post("/count", 1_048_577, "Expect: 100-continue⏎"))
                let reply = try await client.reply()
                #expect(reply.status == 413 && reply["connection"] == "close")
            }
        }
    }

    @Test func `may be as large as its limit and not a byte larger`() async throws {
        try await withServer(routes: routes) { server in
            for (size, status) in [(1_048_576, 200), (1_048_577, 413)] {
                let chunk = String(repeating: "x", count: size)
                let request =
                    "POST /count HTTP/1.1⏎Host: a⏎Transfer-Encoding: chunked⏎⏎"
                    + String(size, radix: 16) + "⏎" + chunk + "⏎0⏎⏎"
                let reply = try await ask(server, request)
                #expect(reply.status == status)
            }
        }
    }

    @Test func `that was not read is skipped when it is short`() async throws {
        try await withServer(routes: routes) { server in
            try await withClient(server) { client in
                try await client.send(post("/ignore", 60_000))
                #expect(try await client.reply().body == "ignored")
                try await client.send(String(repeating: "G", count: 60_000))
                try await client.send("GET /ok HTTP/1.1⏎Host: a⏎⏎")
                #expect(try await client.reply().body == "ok")
            }
        }
    }

    @Test func `that was not read and is long ends the connection`() async throws {
        try await withServer(routes: routes) { server in
            try await withClient(server) { client in
                try await client.send(post("/ignore", 100_000))
                #expect(try await client.reply()["connection"] == "close")
                #expect(try await client.rest() == "")
            }
        }
    }

    @Test func `that breaks off is an error for its handler`() async throws {
        let seen = Mutex<BodyError?>(nil)
        let done = Signal()
        try await withServer(routes: { app in
            app.post("/part") { request async throws in
                do {
                    _ = try await request.body.collect()
                } catch let error as BodyError {
                    seen.withLock { $0 = error }
                    done.give()
                    throw error
                }
                return "whole"
            }
        }) { server in
            try await withClient(server) { client in
                try await client.send(post("/part", 10) + "hello")
                client.finishSending()
                #expect(try await client.reply().status == 400)
            }
            await done.wait()
            #expect(seen.withLock { $0 } == .incomplete)
        }
    }

    @Test func `that comes faster than it is read is held back`() async throws {
        let size = 32 << 20
        let peak = Mutex(0)
        try await withServer(routes: { app in
            app.post("/slow", body: .mebibytes(64)) { request async throws in
                var count = 0
                for try await piece in request.body {
                    count += piece.readableBytes
                    for _ in 0..<20 { await Task.yield() }
                }
                guard case .source(let source) = request.body.storage else { return "no stream" }
                peak.withLock { $0 = (source as? IncomingBody)?.peak ?? .max }
                return "\(count)"
            }
        }) { server in
            try await withClient(server) { client in
                try await client.send(post("/slow", size))
                let piece = ByteBuffer(repeating: 0x78, count: 1 << 20)
                for _ in 0..<32 { try await client.output.write(piece) }
                #expect(try await client.reply().body == "\(size)")
            }
        }
        // What one read may add stands on top.
        #expect(peak.withLock { $0 } <= IncomingBody.capacity + 64 * 1024)
    }

    @Test func `that is read slowly is written slowly`() async throws {
        let size = 128 << 20
        let produced = Atomic(0)
        try await withServer(routes: { app in
            app.get("/download") { _ in
                Response(
                    body: .stream(count: size) { writer in
                        let piece = ByteBuffer(repeating: 0x78, count: 64 * 1024)
                        for _ in 0..<(size / piece.readableBytes) {
                            try await writer.write(piece)
                            produced.add(piece.readableBytes, ordering: .relaxed)
                        }
                    })
            }
        }) { server in
            try await withClient(server) { client in
                try await client.send("GET /download HTTP/1.1⏎Host: a⏎⏎")
                _ = try await client.head()
                var consumed = 0
                var ahead = 0
                while consumed < size, let piece = try await client.piece() {
                    consumed += piece.readableBytes
                    ahead = max(ahead, produced.load(ordering: .relaxed) - consumed)
                }
                #expect(consumed == size)
                // The kernel's buffers of both sides, and what the client's channel holds.
                #expect(ahead < 24 << 20)
            }
        }
    }
}
