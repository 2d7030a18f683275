// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import Logging
public import Testing

extension Trait where Self == CapturedLogsTrait {
    /// Captures what the app under test logs, ``CapturedLogs/current``; a test that fails shows it.
    public static var capturedLogs: CapturedLogsTrait { capturedLogs(from: .debug) }

    /// Captures what the app under test logs from a level on.
    public static func capturedLogs(from level: Logger.Level) -> CapturedLogsTrait {
        CapturedLogsTrait(level: level)
    }
}

/// Gives each test its ``CapturedLogs``; see `.capturedLogs`.
public struct CapturedLogsTrait: TestTrait, SuiteTrait, TestScoping {
    let level: Logger.Level

    /// Each test of a suite has logs of its own.
    public var isRecursive: Bool { true }

    /// Runs a test with its logs.
    ///
    /// What goes wrong is told with the lines that were logged before it, each once.
    @concurrent public func provideScope(
        for test: Test, testCase: Test.Case?,
        performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        let logs = CapturedLogs(level: level)
        let telling = IssueHandlingTrait.compactMapIssues { issue in
            guard let text = logs.untoldText() else { return issue }
            var issue = issue
            issue.comments.append(text)
            return issue
        }
        do {
            try await CapturedLogs.$ofTest.withValue(logs) {
                try await telling.provideScope(for: test, testCase: testCase, performing: function)
            }
        } catch {
            // The error becomes an issue further out, where nobody asks us. A failed expectation has
            // been one already.
            if !(error is ExpectationFailedError), let text = logs.untoldText() {
                Issue.record(text, severity: .warning, sourceLocation: test.sourceLocation)
            }
            throw error
        }
    }
}

extension CapturedLogs {
    fileprivate func untoldText() -> Comment? {
        let lines = untold()
        guard !lines.isEmpty else { return nil }
        return "The app had logged:\n\(lines.map { "  \($0)" }.joined(separator: "\n"))"
    }

    @TaskLocal static var ofTest: CapturedLogs?

    /// The logs of the test that runs.
    public static var current: CapturedLogs {
        if let ofTest { return ofTest }
        MissingTrait.record("CapturedLogs.current", ".capturedLogs")
        return CapturedLogs(level: .critical)
    }
}
