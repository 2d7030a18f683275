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
        let level = Self.level(of: response.status)
        guard let logger = logger ?? request.route?.app.logger, level >= logger.logLevel else {
            return
        }
        if level == .info, request.route?.isProbe == true { return }
        if !silentPaths.isEmpty, level == .info, silentPaths.contains(request.path) { return }
        let target = showsQuery ? request.target.pathAndQuery : request.path
        let milliseconds = Self.milliseconds(since: request.received)
        var metadata: Logger.Metadata = ["request-id": "\(request.id)"]
        if let route = request.matchedRoute { metadata["route"] = "\(route.pattern)" }
        logger.log(
            level: level,
            "\(request.method.rawValue) \(Self.escaped(target)) \(response.status.code) \(milliseconds)ms",
            metadata: metadata)
    }

    private static func level(of status: Status) -> Logger.Level {
        switch status.code {
        case 500...: .error
        case 400...: .notice
        default: .info
        }
    }

    /// Three decimals, without a formatter: `1.204`.
    private static func milliseconds(since start: ContinuousClock.Instant) -> String {
        let (seconds, attoseconds) = start.duration(to: .now).components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        let fraction = String(microseconds % 1000)
        let zeros = String(repeating: "0", count: 3 - fraction.utf8.count)
        return "\(microseconds / 1000).\(zeros)\(fraction)"
    }

    /// The parser has refused everything but visible ASCII; this holds even for requests that were
    /// made otherwise.
    static func escaped(_ target: String) -> String {
        let isShort = target.utf8.count <= maximumPathLength
        if isShort, target.utf8.allSatisfy(isVisible) { return target }
        var text = ""
        for byte in target.utf8.prefix(maximumPathLength) {
            text += isVisible(byte) ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16)
        }
        return isShort ? text : text + "..."
    }

    private static func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}
