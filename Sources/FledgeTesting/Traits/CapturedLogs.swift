// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import Logging
import Synchronization

/// What the app under test has logged.
///
///     @Test(.capturedLogs)
///     func `a failed payment is logged`() async throws {
///         try await app.test { client in
///             try await client.post("/orders", json: order).expect(.internalServerError)
///             #expect(CapturedLogs.current.lines.contains { $0.level == .error })
///         }
///     }
///
/// The logger of an app is replaced while it is built for a test. A service with a logger of its own is
/// captured when it gets ``logger``.
public final class CapturedLogs: Sendable {
    /// One line of a log.
    public struct Line: Sendable, Hashable, CustomStringConvertible {
        /// How important it is.
        public let level: Logger.Level
        /// What it says.
        public let message: String
        /// What it says it of, as text.
        public let metadata: [String: String]

        /// As a terminal shows it: `error: Payment failed  request-id=test-1`.
        public var description: String {
            let pairs = metadata.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            return ["\(level): \(message)", pairs.joined(separator: " ")]
                .filter { !$0.isEmpty }.joined(separator: "  ")
        }
    }

    private struct State {
        var lines: [Line] = []
        var toldCount = 0
    }

    private let state = Mutex(State())

    /// A logger whose lines are captured.
    public var logger: Logger { Logger(label: "test") { _ in CapturingLogHandler(logs: self) } }

    /// The lowest level that is captured.
    let level: Logger.Level

    init(level: Logger.Level) {
        self.level = level
    }

    /// What has been logged, in order.
    public var lines: [Line] { state.withLock { $0.lines } }

    /// The lines that this has not given yet.
    func untold() -> ArraySlice<Line> {
        state.withLock { state in
            defer { state.toldCount = state.lines.count }
            return state.lines[state.toldCount...]
        }
    }

    fileprivate func append(_ line: Line) {
        state.withLock { $0.lines.append(line) }
    }
}

private struct CapturingLogHandler: LogHandler {
    let logs: CapturedLogs
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel: Logger.Level

    init(logs: CapturedLogs) {
        self.logs = logs
        logLevel = logs.level
    }

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all =
            metadata
            .merging(metadataProvider?.get() ?? [:]) { _, new in new }
            .merging(event.metadata ?? [:]) { _, new in new }
        logs.append(
            .init(
                level: event.level, message: "\(event.message)",
                metadata: all.mapValues { "\($0)" }))
    }
}
