// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import Foundation
import Logging
import NIOCore
import Testing

@testable import FledgeServer

/// A log that wakes a thread that blocks.
private final class Alarm: LogHandler, Sendable {
    let lines = LogLines(level: .warning)
    /// Given when a line has been written.
    let rang = DispatchSemaphore(value: 0)

    var logLevel: Logger.Level {
        get { .warning }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    subscript(metadataKey _: String) -> Logger.MetadataValue? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        lines.log(event: event)
        rang.signal()
    }
}

/// A handler that blocks until somebody says that it does: what never returns in an app returns
/// here as soon as it has been reported.
@Suite struct `A blocked event loop` {
    private func reports(
        mode: Mode = .development, _ request: String, _ routes: (App, Alarm) -> Void
    ) async throws -> [String] {
        let alarm = Alarm()
        let app = App(mode: mode, limits: .patient, logger: Logger(label: "test") { _ in alarm })
        routes(app, alarm)
        // On loops of its own: deadlines of other tests must not pass while these are blocked.
        let server = try await HTTPServer.start(app.build(), port: 0, threads: 7)
        let reply = try await ask(server, request + " HTTP/1.1⏎Host: a⏎⏎")
        #expect(reply.status == 200)
        await server.stop(drain: .zero)
        return alarm.lines.errors
    }

    @Test func `is reported while a synchronous handler does not return`() async throws {
        let lines = try await reports("GET /slow/1") { app, alarm in
            app.get("/slow/:id") { _ in
                alarm.rang.wait()
                return ""
            }
        }
        #expect(lines.count == 1)
        #expect(
            lines.first?.hasPrefix("GET /slow/:id has not given its event loop back for") == true)
    }

    @Test func `is reported while an asynchronous handler does not return`() async throws {
        let lines = try await reports("GET /slow") { app, alarm in
            app.get("/slow") { _ async in
                await Task.yield()
                blockUntil(alarm)
                return ""
            }
        }
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("GET /slow has not given its event loop back for") == true)
    }

    @Test func `is reported for a body that is written`() async throws {
        let lines = try await reports("GET /stream") { app, alarm in
            app.get("/stream") { _ in
                Response(
                    body: .stream { writer in
                        try await writer.write("one")
                        blockUntil(alarm)
                    })
            }
        }
        #expect(lines.count == 1 && lines.first?.hasPrefix("GET /stream has not") == true)
    }

    @Test func `is reported with its length when it ends`() async throws {
        let lines = try await reports("GET /slow") { app, _ in
            app.get("/slow") { _ in
                usleep(150_000)
                return ""
            }
        }
        let line = try #require(lines.first)
        #expect(lines.count == 1 && line.contains(" ms; "))
        // On a loaded machine it may have taken so long that it was reported before its end.
        #expect(line.hasPrefix("GET /slow blocked its event loop for") || line.contains("has not"))
    }

    @Test(arguments: [Mode.test, .production]) func `is watched in development only`(
        _ mode: Mode
    ) throws {
        let app = try App(mode: mode).build()
        #expect(StallWatch(app) == nil)
        #expect(try StallWatch(App(mode: .development).build()) != nil)
    }
}

/// `wait` may not be called from an asynchronous function, for the reason that is tested here.
private func blockUntil(_ alarm: Alarm) { alarm.rang.wait() }
