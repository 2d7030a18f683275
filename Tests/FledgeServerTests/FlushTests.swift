// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore
import Testing

@testable import FledgeServer

/// Answers go out in three ways, and none may be left behind, whoever is slow.
///
/// Straight to the socket; through the channel; through the channel because something is before them.
@Suite(.timeLimit(.minutes(2))) struct `What was answered goes out` {
    private static let sizes = [0, 5, 4096, 4097, 5000, 40_000, 200_000, 3_000_000]

    private func mount(_ app: App) {
        app.get("/sync/:size") { request in
            String(repeating: "x", count: try request.parameter("size", as: Int.self))
        }
        app.get("/async/:size") { request async throws in
            String(repeating: "x", count: try request.parameter("size", as: Int.self))
        }
        app.get("/later/:size") { request async throws in
            await Task.yield()
            return String(repeating: "x", count: try request.parameter("size", as: Int.self))
        }
    }

    @Test(arguments: ["sync", "async", "later"], sizes)
    func `alone`(_ kind: String, _ size: Int) async throws {
        try await withServer(routes: mount) { server in
            let reply = try await ask(server, "GET /\(kind)/\(size) HTTP/1.1⏎Host: a⏎⏎")
            #expect(reply.status == 200)
            #expect(reply.body.utf8.count == size)
        }
    }

    /// More often than it takes to see that a connection is alone, and then beside another one.
    @Test(arguments: ["sync", "async", "later"])
    func `to who is alone, and no longer`(_ kind: String) async throws {
        try await withServer(routes: mount) { server in
            try await withClient(server) { client in
                for _ in 0..<100 {
                    try await client.send("GET /\(kind)/5 HTTP/1.1⏎Host: a⏎⏎")
                    #expect(try await client.reply().body == "xxxxx")
                }
                try await withClient(server) { other in
                    for _ in 0..<100 {
                        try await client.send("GET /\(kind)/5 HTTP/1.1⏎Host: a⏎⏎")
                        try await other.send("GET /\(kind)/7 HTTP/1.1⏎Host: a⏎⏎")
                        #expect(try await client.reply().body == "xxxxx")
                        #expect(try await other.reply().body == "xxxxxxx")
                    }
                }
            }
        }
    }

    /// More answers than all buffers hold, and a client that reads none before it has asked for all.
    @Test(arguments: ["sync", "async", "later"])
    func `to who asks for much and reads late`(_ kind: String) async throws {
        let count = 3000
        try await withServer(routes: mount) { server in
            try await withClient(server) { client in
                let one = "GET /\(kind)/3000 HTTP/1.1⏎Host: a⏎⏎"
                try await client.send(String(repeating: one, count: count))
                for _ in 0..<count {
                    let reply = try await client.reply()
                    #expect(reply.body.utf8.count == 3000)
                }
            }
        }
    }

    /// The large answer is beyond what may wait, so the small ones are made while it goes out.
    @Test(arguments: ["sync", "async", "later"], [70_000, 200_000, 3_000_000])
    func `to who asks for little behind much`(_ kind: String, _ size: Int) async throws {
        try await withServer(routes: mount) { server in
            try await withClient(server) { client in
                let large = "GET /\(kind)/\(size) HTTP/1.1⏎Host: a⏎⏎"
                let small = (0..<40).map { "GET /\(kind)/\($0) HTTP/1.1⏎Host: a⏎⏎" }
                try await client.send(large + small.joined())
                #expect(try await client.reply().body.utf8.count == size)
                for length in 0..<40 {
                    #expect(try await client.reply().body.utf8.count == length)
                }
            }
        }
    }

    @Test func `to a slow reader, whose next request is no slow head`() async throws {
        var limits = Limits.patient
        limits.headTime = .milliseconds(100)
        let size = 30_000_000
        try await withServer(limits: limits, routes: mount) { server in
            try await withClient(server) { client in
                let first = "GET /sync/\(size) HTTP/1.1⏎Host: a⏎⏎"
                try await client.send(first + "GET /sync/5 HTTP/1.1⏎Host: a⏎⏎")
                _ = try await client.head()
                // Time is what is tested: several times the limit passes while nobody reads.
                try await Task.sleep(for: .milliseconds(800))
                var left = size
                while left > 0, let piece = try await client.piece() {
                    left -= piece.readableBytes
                }
                // What is beyond is the beginning of the next answer.
                #expect(left <= 0)
            }
        }
    }
}
