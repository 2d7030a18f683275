// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

/// One event of an ``EventStream``.
///
///     ServerEvent("42")                                        // data: 42
///     ServerEvent("line one\nline two", event: "log", id: "7")
///     try ServerEvent(json: order, event: "order")
public struct ServerEvent: Sendable, Hashable {
    /// What the browser's listener gets; may have several lines.
    public var data: String
    /// The name that listeners are registered for; `nil` is `message`.
    public var event: String?
    /// What the browser sends as `Last-Event-ID` when it comes back.
    public var id: String?
    /// How long the browser waits before it comes back, in whole milliseconds.
    public var retry: Duration?

    /// Creates an event with text.
    public init(_ data: String, event: String? = nil, id: String? = nil, retry: Duration? = nil) {
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry
    }

    /// Creates an event with a value as JSON.
    ///
    /// - Throws: `EncodingError`.
    public init(
        json value: some Encodable, event: String? = nil, id: String? = nil, retry: Duration? = nil
    ) throws {
        let json = try JSONCoding.encode(value).buffered ?? ByteBuffer()
        self.init(String(buffer: json), event: event, id: id, retry: retry)
    }

    /// A name or id that would have become further fields of the stream.
    struct InvalidField: Error, CustomStringConvertible {
        let name: String
        var description: String {
            "The '\(name)' of a server event has a line break or NUL, which would let whoever chose it "
                + "write events of their own. Check where it comes from."
        }
    }

    /// The event as in the stream.
    ///
    /// - Throws: ``InvalidField``.
    func text() throws(InvalidField) -> String {
        var text = ""
        for (name, value) in [("event", event), ("id", id)] {
            guard let value else { continue }
            guard !value.unicodeScalars.contains(where: { "\r\n\0".unicodeScalars.contains($0) })
            else { throw InvalidField(name: name) }
            text += "\(name): \(value)\n"
        }
        if let retry { text += "retry: \(Self.milliseconds(retry))\n" }
        for line in Self.lines(data) { text += "data: \(line)\n" }
        return text + "\n"
    }

    /// CR LF, CR and LF each end a line in a stream.
    ///
    /// CR LF is one `Character`.
    static func lines(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\r" || $0 == "\n" }
    }

    private static func milliseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
        return overflow ? .max : max(0, product + attoseconds / 1_000_000_000_000_000)
    }
}
