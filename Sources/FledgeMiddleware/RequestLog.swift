// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore
public import Logging

/// Writes one line to the log for each request, when its answer is known.
///
///     app.use(RequestID(), RequestLog())
///
///     info: GET /users/7 200 1.204ms   request-id=4d2f...  route=/users/:id
///
/// | status | level |
/// |---|---|
/// | 500 and above | `error` |
/// | 400 to 499 | `notice` |
/// | below | `info` |
///
/// The cause of a 5xx is not repeated: the core logs it once, under the same id. The time runs from
/// the head of the request to the head of the answer; a streamed body comes after the line.
///
/// The path is shown as it was sent, percent-encoded, so it cannot break a line or colour a
/// terminal, and is cut after ``maximumPathLength`` bytes. Values of the query are not shown: they
/// are where tokens and addresses of people are found. The route is the pattern, the right thing to
/// count by: there are as many paths as clients care to invent.
///
/// The routes of `App.health` write no line while they are answered with less than 400: machines ask
/// them every few seconds.
///
/// While the log level is above a line's, a request costs a comparison.
public struct RequestLog: SyncMiddleware {
    /// How much of a path is shown, in bytes.
    public static let maximumPathLength = 512

    private let logger: Logger?
    private let showsQuery: Bool
    private let silentPaths: Set<String>

    /// Creates the middleware.
    ///
    /// - Parameters:
    ///   - logger: Where to write; the logger of the app if it is nil.
    ///   - showsQuery: Whether the whole query is shown with the path. Only for development.
    ///   - silentPaths: Paths that write no line while they are answered with less than 400, such as
    ///     `/health`.
    public init(
        logger: Logger? = nil, showsQuery: Bool = false, silentPaths: Set<String> = []
    ) {
        self.logger = logger
        self.showsQuery = showsQuery
        self.silentPaths = silentPaths
    }

    /// Lets every request go on.
    public func before(_ request: inout Request) -> Response? { nil }

    /// Writes the line.
    public func after(_ request: Request, _ response: inout Response) {
        let route = request.route
        guard let logger = logger ?? route?.app.logger else { return }
        write(request, route, response.status.code, to: logger.handler)
    }

    /// Asks and tells the handler itself, which the logger would copy for each question.
    private func write(
        _ request: Request, _ route: CompiledRoute?, _ status: Int, to handler: some LogHandler
    ) {
        let level = Self.level(of: status)
        guard level >= handler.logLevel, level > .info || !isSilent(request, route) else { return }
        let line = LogLine(
            method: request.method.rawValue, target: request.target, showsQuery: showsQuery,
            status: status, duration: request.received.duration(to: .now))
        request.withLogMetadata(of: route) { metadata in
            let event = LogEvent(
                level: level, message: Logger.Message(stringLiteral: line.text),
                metadata: metadata, source: nil, file: #fileID, function: #function, line: #line)
            handler.log(event: event)
        }
    }

    private func isSilent(_ request: Request, _ route: CompiledRoute?) -> Bool {
        route?.isProbe == true
            || !silentPaths.isEmpty && silentPaths.contains(request.path)
    }

    private static func level(of status: Int) -> Logger.Level {
        switch status {
        case 500...: .error
        case 400...: .notice
        default: .info
        }
    }
}
