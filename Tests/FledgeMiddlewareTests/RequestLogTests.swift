// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Logging
import Testing

@testable import FledgeMiddleware

@Suite struct RequestLogTests {
    private struct Broken: Error {}

    private func app(_ recorder: LogRecorder, _ log: RequestLog, level: Logger.Level = .info)
        -> App
    {
        let app = App(mode: .test, logger: recorder.logger(level: level))
        app.use(RequestID(trustIncoming: true), log)
        app.get("/users/:id") { _ in "ok" }
        app.get("/health") { _ in "ok" }
        app.get("/broken") { _ -> String in throw Broken() }
        return app
    }

    @Test func `a line tells method, path, status, duration, route and id`() async throws {
        let recorder = LogRecorder()
        _ = try await app(recorder, RequestLog())
            .answer(.get, "/users/7?token=secret", headers: ["X-Request-ID".field: "abc"])
        let line = try #require(recorder.lines.first)
        #expect(recorder.lines.count == 1)
        #expect(line.message.wholeMatch(of: /GET \/users\/7 200 \d+\.\d{3}ms/) != nil)
        #expect(line.metadata == ["request-id": "abc", "route": "/users/:id"])
        #expect(line.level == .info)
    }

    /// The lines of a route lend each other their metadata.
    @Test func `a line that was kept is not changed by the next one`() async throws {
        let recorder = LogRecorder()
        let app = app(recorder, RequestLog())
        for id in ["one", "two", "three"] {
            _ = try await app.answer(.get, "/health", headers: ["X-Request-ID".field: id])
        }
        #expect(recorder.lines.map { $0.metadata["request-id"] } == ["one", "two", "three"])
    }

    @Test func `the level follows the status`() async throws {
        let recorder = LogRecorder()
        let app = app(recorder, RequestLog())
        _ = try await app.answer(.get, "/missing")
        #expect(recorder.lines.map(\.level) == [.notice])
        #expect(recorder.lines[0].message.hasPrefix("GET /missing 404 "))
        #expect(recorder.lines[0].metadata["route"] == nil)
    }

    @Test func `the cause of a 500 is logged once, by the core`() async throws {
        let recorder = LogRecorder()
        _ = try await app(recorder, RequestLog()).answer(.get, "/broken")
        let lines = recorder.lines
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.level == .error })
        #expect(lines.count { "\($0)".contains("Broken") } == 1)
        #expect(lines.count { $0.message.hasPrefix("GET /broken 500 ") } == 1)
    }

    @Test func `nothing is written below the level`() async throws {
        let recorder = LogRecorder()
        let app = app(recorder, RequestLog(), level: .notice)
        _ = try await app.answer(.get, "/users/7")
        #expect(recorder.lines.isEmpty)
        _ = try await app.answer(.get, "/missing")
        #expect(recorder.lines.count == 1)
    }

    @Test func `a silent path speaks when it fails`() async throws {
        let recorder = LogRecorder()
        let app = app(recorder, RequestLog(silentPaths: ["/health", "/broken"]))
        _ = try await app.answer(.get, "/health")
        #expect(recorder.lines.isEmpty)
        _ = try await app.answer(.get, "/broken")
        #expect(recorder.lines.count == 2)
    }

    @Test func `health routes are silent while all is well`() async throws {
        struct Down: Error {}
        let recorder = LogRecorder()
        let app = App(mode: .test, logger: recorder.logger(level: .info))
        app.use(RequestLog())
        app.health { throw Down() }
        _ = try await app.answer(.get, "/health")
        #expect(recorder.lines.isEmpty)
        _ = try await app.answer(.get, "/ready")
        #expect(recorder.lines.contains { $0.message.hasPrefix("GET /ready 503 ") })
    }

    @Test func `the query is shown only when asked for`() async throws {
        let recorder = LogRecorder()
        _ = try await app(recorder, RequestLog(showsQuery: true)).answer(.get, "/health?page=2")
        #expect(recorder.lines.first?.message.hasPrefix("GET /health?page=2 200 ") == true)
    }

    @Test func `a logger of its own is used instead of the app's`() async throws {
        let (own, apps) = (LogRecorder(), LogRecorder())
        _ = try await app(apps, RequestLog(logger: own.logger())).answer(.get, "/health")
        #expect(own.lines.count == 1)
        #expect(apps.lines.isEmpty)
    }

    static let targets: [Row<String, String>] = [
        Row("as sent", "/caf%C3%A9?q=%0A", "/caf%C3%A9?q=%0A"),
        Row("a line break", "/a\r\nERROR forged", "/a%0d%0aERROR%20forged"),
        Row("an escape sequence", "/\u{1B}[31m", "/%1b[31m"),
        Row("beyond ASCII", "/é", "/%c3%a9"),
        Row("512 bytes", String(repeating: "a", count: 512), String(repeating: "a", count: 512)),
        Row(
            "513 bytes", String(repeating: "a", count: 513),
            String(repeating: "a", count: 512) + "..."),
    ]

    @Test(arguments: targets) func `a target cannot break the line`(_ row: Row<String, String>) {
        #expect(LogLine.escaped(row.input) == row.output)
    }
}
