// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import HTTPTypes

/// Events that are sent while they happen (`text/event-stream`, server-sent events), as the result
/// of a handler.
///
///     func GET() -> EventStream {
///         EventStream { events in
///             for await price in prices.updates() {
///                 try await events.send(ServerEvent("\(price)", event: "price"))
///             }
///         }
///     }
///
/// `send` waits while the client is slow. When the client goes away the closure's task is cancelled
/// and `send` throws, so nothing is left running. Browsers come back by themselves, with the id of
/// the last event in ``FledgeHTTP/Request/lastEventID``.
public struct EventStream: ResponseConvertible, Sendable {
    private let heartbeat: Duration?
    private let produce: @Sendable (EventWriter) async throws -> Void
    /// Stands for `Task.sleep`, so that a test need not wait.
    var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    /// Sends what `produce` writes, until it returns.
    ///
    /// - Parameters:
    ///   - heartbeat: How often a comment is sent, which keeps proxies from closing a quiet stream
    ///     and finds clients that are gone; `nil` for never.
    ///   - produce: Writes the events. An error cuts the stream off.
    public init(
        heartbeat: Duration? = .seconds(15),
        _ produce: @escaping @Sendable (EventWriter) async throws -> Void
    ) {
        self.heartbeat = heartbeat
        self.produce = produce
    }

    /// Sends the events of a sequence as they come.
    ///
    /// - Parameters:
    ///   - heartbeat: How often a comment is sent; `nil` for never.
    ///   - events: The events. An error cuts the stream off.
    public init<Events: AsyncSequence & Sendable & SendableMetatype>(
        heartbeat: Duration? = .seconds(15), _ events: Events
    ) where Events.Element == ServerEvent {
        self.init(heartbeat: heartbeat) { writer in
            for try await event in events { try await writer.send(event) }
        }
    }

    /// 200 with the stream, which no cache keeps and no proxy holds back.
    public func response(for request: Request) -> Response {
        Response(
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: heartbeat.map(beating) ?? plain
        )
        .header("X-Accel-Buffering", "no")
    }

    private var plain: Body {
        .stream { writer in
            try await writer.start()
            try await produce(EventWriter(writer))
        }
    }

    /// Events and heartbeats come from two tasks, and a response is written by one: reading the
    /// inner stream puts them in line.
    private func beating(every pause: Duration) -> Body {
        let merged = Body.stream { writer in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await produce(EventWriter(writer)) }
                group.addTask {
                    while true {
                        try await sleep(pause)
                        try await writer.write(":\n\n")
                    }
                }
                // Only the first can end without an error.
                try await group.next()
                group.cancelAll()
            }
        }
        return .stream { writer in
            // The browser's `onopen` need not wait for the first event.
            try await writer.start()
            for try await piece in merged { try await writer.write(piece) }
        }
    }
}

/// Where an ``EventStream`` writes its events.
public struct EventWriter: Sendable {
    private let writer: BodyWriter

    init(_ writer: BodyWriter) {
        self.writer = writer
    }

    /// Sends an event and returns when there is room for the next one.
    ///
    /// - Throws: `CancellationError` when the client has gone; an error when the event's name or id
    ///   has a line break.
    public func send(_ event: ServerEvent) async throws {
        try await writer.write(event.text())
    }

    /// Sends a comment, which browsers pass over.
    ///
    /// - Throws: `CancellationError` when the client has gone.
    public func comment(_ text: String) async throws {
        let lines = ServerEvent.lines(text).map { ": \($0)\n" }
        try await writer.write(lines.joined() + "\n")
    }
}

extension Request {
    /// The id of the last event that a browser got before it came back to an ``EventStream``.
    public var lastEventID: String? { headers["Last-Event-ID"] }
}
