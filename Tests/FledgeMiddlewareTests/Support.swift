// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Logging
import NIOCore
import Synchronization

extension App {
    /// Builds the app and answers one request, without a socket.
    func answer(
        _ method: Method = .get, _ target: String, headers: Fields = [:]
    ) async throws -> Response {
        try await build().respond(to: Request(method, target, headers: headers))
    }

    /// An app without log output.
    static func quiet() -> App {
        App(mode: .test, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }
}

extension Response {
    func text() async throws -> String {
        String(buffer: try await body.collect())
    }
}

/// What was logged, line by line.
final class LogRecorder: Sendable {
    struct Line: Sendable, Equatable {
        let level: Logger.Level
        let message: String
        let metadata: [String: String]
    }

    private let recorded = Mutex<[Line]>([])

    var lines: [Line] { recorded.withLock { $0 } }

    func logger(level: Logger.Level = .info) -> Logger {
        Logger(label: "test") { _ in Handler(recorder: self, logLevel: level) }
    }

    private struct Handler: LogHandler {
        let recorder: LogRecorder
        var logLevel: Logger.Level
        var metadata: Logger.Metadata = [:]

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            let line = Line(
                level: event.level, message: event.message.description,
                metadata: all.mapValues(\.description))
            recorder.recorded.withLock { $0.append(line) }
        }
    }
}
