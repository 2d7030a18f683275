// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeMiddleware
import FledgeTesting
import FledgeTestingTLS
import Logging
import Synchronization
import Testing

@Suite struct CapturedLogsTests {
    private struct Broken: Error {}

    private func app() -> App {
        let app = App(mode: .test)
        app.use(RequestLog())
        app.get("/fine") { request in
            request.logger.debug("Looked", metadata: ["what": "\(request.id)"])
            request.logger.trace("Looked twice")
            return "fine"
        }
        app.get("/broken") { _ throws -> Response in throw Broken() }
        return app
    }

    @Test(.fixedIDs, .capturedLogs, arguments: TestDepth.allCases + [.tls])
    func `what the app logs is there, at every depth`(depth: TestDepth) async throws {
        try await app().test(depth) { client in
            try await client.get("/fine").expect(.ok)
            let lines = CapturedLogs.current.lines
            #expect(lines.map(\.level) == [.debug, .info])
            #expect(lines.first?.metadata["what"] == "test-1")
            #expect(lines.last?.message.hasPrefix("GET /fine 200") == true)
            try await client.get("/broken").expect(.internalServerError)
            #expect(CapturedLogs.current.lines.contains { $0.level == .error })
        }
    }

    @Test(.capturedLogs(from: .error)) func `a level can be asked for`() async throws {
        try await app().test { client in
            _ = try await client.get("/fine")
            #expect(CapturedLogs.current.lines == [])
            _ = try await client.get("/broken")
            #expect(CapturedLogs.current.lines.allSatisfy { $0.level >= .error })
        }
    }

    @Test(.capturedLogs, arguments: 0..<8)
    func `each test has its own, and services log there too`(index: Int) async throws {
        let logger = CapturedLogs.current.logger
        await withTaskGroup { group in
            group.addTask { logger.info("Worked", metadata: ["on": "\(index)"]) }
        }
        #expect(CapturedLogs.current.lines.map(\.description) == ["info: Worked  on=\(index)"])
    }

    @Test func `an app without the trait keeps its logger`() async throws {
        let app = App(mode: .test)
        app.get("/label") { request in request.logger.label }
        app.logger = Logger(label: "own")
        let label = try await app.test { try await $0.get("/label").text }
        #expect(label == "own")
    }

    @Test func `a test without the trait is told so`() {
        withKnownIssue {
            _ = CapturedLogs.current
        } matching: {
            "\($0)".contains("@Test(.capturedLogs)")
        }
    }

    @Test func `a failure shows what was logged before it, each line once`() async throws {
        let test = try #require(Test.current)
        let told = Mutex<[String]>([])
        // Sees what the trait makes of an issue, and keeps it from failing this test.
        let outside = IssueHandlingTrait.compactMapIssues { issue in
            told.withLock { $0.append(issue.comments.map(\.rawValue).joined(separator: "; ")) }
            return nil
        }
        try await outside.provideScope(for: test, testCase: nil) {
            try await CapturedLogsTrait.capturedLogs.provideScope(for: test, testCase: nil) {
                CapturedLogs.current.logger.info("One")
                Issue.record("first")
                CapturedLogs.current.logger.info("Two")
                Issue.record("second")
                Issue.record("third")
            }
        }
        #expect(
            told.withLock { $0 } == [
                "first; The app had logged:\n  info: One",
                "second; The app had logged:\n  info: Two", "third",
            ])
    }

    @Test func `an error that ends a test shows the log too`() async throws {
        let test = try #require(Test.current)
        let told = Mutex<[String]>([])
        let outside = IssueHandlingTrait.compactMapIssues { issue in
            told.withLock { $0.append(issue.comments.map(\.rawValue).joined(separator: "; ")) }
            return nil
        }
        await #expect(throws: Broken.self) {
            try await outside.provideScope(for: test, testCase: nil) {
                try await CapturedLogsTrait.capturedLogs.provideScope(for: test, testCase: nil) {
                    CapturedLogs.current.logger.info("One")
                    throw Broken()
                }
            }
        }
        #expect(told.withLock { $0 } == ["The app had logged:\n  info: One"])
    }
}
