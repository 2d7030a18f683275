// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Logging
import NIOCore
import Synchronization

/// A response with its body read, for comparing.
struct Answer: Sendable {
    let status: Int
    let headers: Fields
    let text: String
    let length: Int?

    init(_ response: Response) async throws {
        status = response.status.code
        headers = response.headers
        length = response.body.count
        text = String(buffer: try await response.body.collect())
    }
}

extension App {
    /// Builds the app and asks it once.
    func answer(
        _ method: FledgeCore.Method = .get,
        _ target: String,
        headers: Fields = [:],
        body: Body = .empty
    ) async throws -> Answer {
        let request = try Request(method, target, headers: headers, body: body)
        return try await Answer(build().respond(to: request))
    }
}

/// A log that a test can read.
final class LogRecorder: Sendable {
    struct Line: Sendable {
        let level: Logger.Level
        let message: String
        let metadata: Logger.Metadata
    }

    private let recorded = Mutex<[Line]>([])
    var lines: [Line] { recorded.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Forwarder(recorder: self) } }

    fileprivate func record(_ line: Line) { recorded.withLock { $0.append(line) } }

    private struct Forwarder: LogHandler {
        let recorder: LogRecorder
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .trace
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            recorder.record(
                Line(level: event.level, message: "\(event.message)", metadata: all))
        }
    }
}

/// A body that comes in pieces, so that its size is not known before.
func streamed(_ pieces: String...) -> Body {
    .stream { writer in for piece in pieces { try await writer.write(piece) } }
}

/// A handler's result that never comes.
func failing(_ error: any Error) throws -> String { throw error }
