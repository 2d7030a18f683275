// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import FledgeTesting
import Logging
import NIOCore
import NIOSSL
import Synchronization
import Testing

@testable import FledgeServer

/// Limits, ends and strangers: what holds without TLS holds with it.
@Suite struct SecureEndTests {
    @Test(.capturedLogs(from: .trace))
    func `who does not speak TLS is closed, and nobody is told`() async throws {
        let logs = CapturedLogs.current
        try await withSecureServer(logger: logs.logger) { server in
            try await withTalk(server, nil) { talk in
                try await talk.send("GET / HTTP/1.1\nHost: a\n\n")
                #expect(try await talk.rest().contains("HTTP") == false)
            }
            try await withTalk(server) { talk in
                try await talk.send("GET / HTTP/1.1\nHost: a\n\n")
                _ = try await talk.text(to: "ok")
            }
            #expect(logs.lines.filter { $0.level > .debug } == [])
        }
    }

    @Test(arguments: ["", "\u{16}\u{3}\u{1}"])
    func `a handshake has to end within the time of a head`(begun: String) async throws {
        var limits = Limits.patient
        limits.headTime = .milliseconds(300)
        try await withSecureServer(limits: limits) { server in
            var rest: String?
            // On a busy machine a client may come too late by itself: then another one tries.
            for _ in 0..<20 where rest == nil {
                do {
                    rest = try await withTalk(server, nil) { talk in
                        if !begun.isEmpty { try await talk.send(begun) }
                        return try await talk.rest()
                    }
                } catch ChannelError.ioOnClosedChannel {
                } catch is IOError {}
            }
            #expect(rest == "")
        }
    }

    @Test(arguments: [
        ("POST / HTTP/1.1\nHost: a\nX: \(String(repeating: "x", count: 99))\n\n", "431"),
        ("POST / HTTP/1.1\nHost: a\nContent-Length: 11\n\n", "413"),
        ("POST / HTTP/1.1\nHost", "408"),
    ])
    func `what is too large or too slow is refused`(request: String, status: String) async throws {
        var limits = Limits.patient
        limits.body = 10
        limits.headerField = 64
        // Enough for the handshake, which it bounds too, on a machine that has much else to do.
        if status == "408" { limits.headTime = .seconds(3) }
        try await withSecureServer(limits: limits) { app in
            app.post("/") { request in "\(try await request.body.collect().readableBytes)" }
        } _: { server in
            try await withTalk(server) { talk in
                try await talk.send(request)
                #expect(try await talk.text(to: "\r\n").hasPrefix("HTTP/1.1 \(status) "))
            }
        }
    }

    @Test func `an idle connection ends with a word`() async throws {
        var limits = Limits.patient
        limits.idle = .milliseconds(300)
        try await withSecureServer(limits: limits) { server in
            try await withTalk(server) { talk in
                let said = try await talk.rest()
                #expect(said == "")
                #expect(talk.agreed.protocolName == "http/1.1")
            }
        }
    }

    @Test func `a client that says it is done still gets its answer`() async throws {
        try await withSecureServer { server in
            try await withTalk(server) { talk in
                try await talk.send("GET / HTTP/1.1\nHost: a\n\n")
                talk.output.finish()
                #expect(try await talk.rest().hasSuffix("ok"))
            }
        }
    }

    @Test func `a stop waits for the answer that is being made, and tells the end`() async throws {
        let entered = Signal()
        let leave = Signal()
        try await withSecureServer { app in
            app.get("/") { _ in
                entered.give()
                await leave.wait()
                return "done"
            }
        } _: { server in
            try await withTalk(server) { talk in
                try await talk.send("GET / HTTP/1.1\nHost: a\n\n")
                await entered.wait()
                async let stopped: Void = server.stop()
                while !server.state.isDraining { await Task.yield() }
                leave.give()
                let answer = try await talk.rest()
                #expect(answer.contains("Connection: close\r\n"))
                #expect(answer.hasSuffix("done"))
                await stopped
            }
        }
    }

    @Test func `a stop waits for nobody who has not shaken hands`() async throws {
        try await withSecureServer { server in
            try await withTalk(server, nil) { talk in
                // The connection is known to be there once a second one has been served.
                try await withTalk(server) { other in
                    try await other.send("GET / HTTP/1.1\nHost: a\n\n")
                    _ = try await other.text(to: "ok")
                }
                await server.stop()
                #expect(try await talk.rest() == "")
            }
        }
    }

    @Test func `a client that does not answer the end is cut off when the time is over`()
        async throws
    {
        let entered = Signal()
        try await withSecureServer { app in
            app.get("/") { _ in
                entered.give()
                while !Task.isCancelled { await Task.yield() }
                return "late"
            }
        } _: { server in
            try await withTalk(server) { talk in
                try await talk.send("GET / HTTP/1.1\nHost: a\n\n")
                await entered.wait()
                await server.stop(drain: .zero)
                await #expect(throws: NIOSSLError.self) { try await talk.rest() }
            }
        }
    }
}
