// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Every bound of the server, in one value.
///
/// All are on.
///
///     let app = App()
///     app.limits.body = .mebibytes(8)
///
/// A route may raise its own body limit: `app.post("/upload", body: .mebibytes(20)) { … }`.
/// What a request that goes beyond is answered with stands at each limit.
public struct Limits: Sendable, Hashable {
    /// The request line: 8 KiB, then 414.
    public var requestLine: ByteCount = .kibibytes(8)
    /// One header field: 8 KiB, then 431.
    public var headerField: ByteCount = .kibibytes(8)
    /// The number of header fields: 100, then 431.
    public var headerFields = 100
    /// All header fields together: 32 KiB, then 431.
    public var headerBlock: ByteCount = .kibibytes(32)
    /// The body, in decoded bytes: 1 MiB, then 413.
    ///
    /// A route may say another number.
    public var body: ByteCount = .mebibytes(1)
    /// The extensions of one chunk of a chunked body: 4 KiB, then 400.
    public var chunkExtension: ByteCount = .kibibytes(4)
    /// All chunk extensions of a request: 16 KiB, then 400.
    public var chunkExtensions: ByteCount = .kibibytes(16)
    /// The trailer section after a chunked body: 8 KiB, then 431.
    public var trailers: ByteCount = .kibibytes(8)
    /// The pairs of a query string or a form: 1,000, then 400.
    public var queryPairs = 1_000
    /// The parts of a multipart form: 100, then 413.
    public var multipartParts = 100
    /// The headers of one part of a multipart form: 8 KiB, then 413.
    public var multipartPartHeaders: ByteCount = .kibibytes(8)
    /// The files of one form that are kept in memory: 256 KiB together.
    ///
    /// One that goes beyond is written to a temporary file. The fields that are no files may have
    /// as many bytes as ``body`` says, whatever the route takes, then 413.
    public var multipartMemory: ByteCount = .kibibytes(256)
    /// How deep JSON may nest: 64, then 400.
    public var jsonDepth = 64
    /// The time for the whole head of a request, from its first byte: 10 s, then 408.
    public var headTime: Duration = .seconds(10)
    /// The time for a whole body: 300 s, then 408.
    public var bodyTime: Duration = .seconds(300)
    /// The rate that a body must keep after 10 s, in bytes a second: 240, then 408.
    public var bodyRate = 240
    /// How long a client may refuse to take bytes: 30 s, then the connection is closed.
    public var writeStall: Duration = .seconds(30)
    /// How long a connection may wait for its next request: 60 s, then it is closed.
    public var idle: Duration = .seconds(60)
    /// The time for a handler, from the end of the body to the head of the response: 30 s, then 503
    /// and cancellation.
    public var handler: Duration = .seconds(30)
    /// Requests whose asynchronous handler runs: 2,048, then 503 with `Retry-After` at once.
    ///
    /// A handler counts from its call to its response, streamed bodies not included, and also after
    /// its deadline if it does not heed its cancellation. While it waits for the body of its request
    /// it does not count, so slow clients take nobody's place. Synchronous handlers never
    /// count and are never refused, and neither are the routes of `App.health`.
    public var requestsInFlight = 2_048
    /// Requests on one connection: 100,000, then the answer says `Connection: close`.
    ///
    /// It costs nothing that could be measured and makes clients spread again over the loops of
    /// this server, and behind a balancer over all servers.
    public var requestsPerConnection = 100_000
    /// Connections at once: 10,000, then accepting pauses.
    ///
    /// At most four fifths of the file descriptors that the process may have open.
    public var connections = 10_000
    /// How long the server still accepts after SIGTERM, when it has said that it is not ready, so
    /// that load balancers see it and send nobody: 1 s.
    ///
    /// Zero in development, where there is none. Behind one, take the time that it needs to notice:
    /// the period of its check times the failures that it waits for.
    public var unready: Duration = .seconds(1)
    /// The time that running requests get after that: 30 s, then they are cut off.
    public var drain: Duration = .seconds(30)

    /// The defaults.
    public init() {}
}

/// A size in bytes: `.kibibytes(8)`, `.mebibytes(1)`, or a plain number.
public struct ByteCount: Sendable, Hashable, Comparable, ExpressibleByIntegerLiteral,
    CustomStringConvertible
{
    /// The number of bytes, never negative.
    public let bytes: Int

    /// A number of bytes.
    ///
    /// Negative ones count as none.
    public init(_ bytes: Int) {
        self.bytes = max(0, bytes)
    }

    /// A number of bytes.
    public init(integerLiteral value: Int) {
        self.init(value)
    }

    /// 1,024 bytes each.
    public static func kibibytes(_ count: Int) -> ByteCount { scaled(count, by: 1 << 10) }
    /// 1,048,576 bytes each.
    public static func mebibytes(_ count: Int) -> ByteCount { scaled(count, by: 1 << 20) }
    /// 1,073,741,824 bytes each.
    public static func gibibytes(_ count: Int) -> ByteCount { scaled(count, by: 1 << 30) }

    private static func scaled(_ count: Int, by unit: Int) -> ByteCount {
        let (bytes, overflow) = count.multipliedReportingOverflow(by: unit)
        return ByteCount(overflow ? Int.max : bytes)
    }

    /// Fewer bytes come first.
    public static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }

    /// In the largest unit that gives a whole number: `1 MiB`.
    public var description: String {
        for (unit, name) in [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]
        where bytes >= unit && bytes.isMultiple(of: unit) {
            return "\(bytes / unit) \(name)"
        }
        return "\(bytes) bytes"
    }
}
