// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOHTTP1

/// Tells one page, for as long as it is open, which version it should show.
///
/// Server-sent events, on the event loop of the page's connection.
final class EventStream {
    private let backend: Backend
    private let channel: any Channel
    private var stopWatching: (@Sendable () -> Void)?
    private var heartbeat: RepeatedTask?

    init(backend: Backend, channel: any Channel) {
        self.backend = backend
        self.channel = channel
    }

    /// Sends the version at hand, and each one that comes after.
    func start() {
        let headers: HTTPHeaders = [
            "Content-Type": "text/event-stream", "Cache-Control": "no-store",
        ]
        let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)
        channel.write(HTTPServerResponsePart.head(head), promise: nil)
        let channel = channel
        let watch = backend.watch { version in Self.send("data: \(version)\n\n", on: channel) }
        stopWatching = watch.stop
        Self.send("retry: 300\ndata: \(watch.version)\n\n", on: channel)
        // A page that has gone is noticed by writing to it.
        heartbeat = channel.eventLoop.scheduleRepeatedTask(
            initialDelay: .seconds(15), delay: .seconds(15)
        ) { _ in Self.send(":\n\n", on: channel) }
    }

    func stop() {
        stopWatching?()
        heartbeat?.cancel()
    }

    private static func send(_ text: String, on channel: any Channel) {
        let bytes = ByteBuffer(string: text)
        channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(bytes)), promise: nil)
    }
}
