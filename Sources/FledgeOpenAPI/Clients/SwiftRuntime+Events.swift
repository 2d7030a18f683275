// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Server-sent events of a Swift client.
extension SwiftRuntime {
    static let streams = #"""
        /// An answer whose body comes piece by piece.
        public struct HTTPStream: Sendable {
            public var status: Int
            /// By their names in small letters.
            public var headers: [String: String]
            public var body: AsyncThrowingStream<Data, any Error>

            public init(
                status: Int, headers: [String: String], body: AsyncThrowingStream<Data, any Error>
            ) {
                self.status = status
                self.headers = headers
                self.body = body
            }
        }
        """#

    static let events = #"""
        /// One event of a stream.
        public struct ServerSentEvent: Hashable, Sendable {
            /// `message` unless the server says another.
            public var event: String
            public var data: String
            /// The last id that the server gave; empty when it gave none.
            public var id: String
        }

        /// Takes events out of a stream of bytes (HTML, 9.2.6).
        struct EventParser {
            private var line: [UInt8] = []
            private var endedWithReturn = false
            private var event = ""
            private var id = ""
            private var data: [String] = []

            mutating func read(_ bytes: Data) -> [ServerSentEvent] {
                var events: [ServerSentEvent] = []
                for byte in bytes {
                    let isSecondHalf = endedWithReturn && byte == UInt8(ascii: "\n")
                    endedWithReturn = byte == UInt8(ascii: "\r")
                    if isSecondHalf { continue }
                    guard endedWithReturn || byte == UInt8(ascii: "\n") else {
                        line.append(byte)
                        continue
                    }
                    if let event = endLine() { events.append(event) }
                }
                return events
            }

            private mutating func endLine() -> ServerSentEvent? {
                defer { line.removeAll(keepingCapacity: true) }
                guard !line.isEmpty else {
                    defer { (event, data) = ("", []) }
                    guard !data.isEmpty else { return nil }
                    return ServerSentEvent(
                        event: event.isEmpty ? "message" : event,
                        data: data.joined(separator: "\n"), id: id)
                }
                let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
                var value = line[colon...].dropFirst()
                if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
                let text = String(decoding: value, as: UTF8.self)
                switch String(decoding: line[..<colon], as: UTF8.self) {
                case "data": data.append(text)
                case "event": event = text
                case "id" where !text.contains("\0"): id = text
                default: break
                }
                return nil
            }
        }
        """#

    /// What stands outside the namespace when there are streams.
    static let streaming = #"""
        extension NAMESPACE.Connection {
            /// - Returns: The events as they come; ending the loop over them ends the request.
            func events(
                _ call: NAMESPACE.Call
            ) async throws -> AsyncThrowingStream<NAMESPACE.ServerSentEvent, any Error> {
                let stream = try await transport.stream(prepare(call))
                guard stream.status < 400 else {
                    var body = Data()
                    for try await piece in stream.body { body += piece }
                    let answer = NAMESPACE.HTTPAnswer(
                        status: stream.status, headers: stream.headers, body: body)
                    throw NAMESPACE.ProblemError(answer)
                }
                return AsyncThrowingStream { continuation in
                    let task = Task {
                        do {
                            var parser = NAMESPACE.EventParser()
                            for try await piece in stream.body {
                                for event in parser.read(piece) { continuation.yield(event) }
                            }
                            continuation.finish()
                        } catch {
                            continuation.finish(throwing: error)
                        }
                    }
                    continuation.onTermination = { _ in task.cancel() }
                }
            }
        }

        extension NAMESPACE.URLSessionTransport {
            public func stream(_ call: NAMESPACE.HTTPCall) async throws -> NAMESPACE.HTTPStream {
                let receiver = StreamReceiver()
                // A session of its own: its delegate gets the pieces, and it ends with the stream.
                let own = URLSession(
                    configuration: session.configuration, delegate: receiver, delegateQueue: nil)
                let task = own.dataTask(with: Self.request(call))
                receiver.pieces.onTermination = { _ in
                    task.cancel()
                    own.finishTasksAndInvalidate()
                }
                return try await withTaskCancellationHandler {
                    task.resume()
                    var heads = receiver.heads.makeAsyncIterator()
                    guard let response = try await heads.next() else { throw CancellationError() }
                    return NAMESPACE.HTTPStream(
                        status: Self.status(response), headers: Self.headers(response),
                        body: receiver.body)
                } onCancel: {
                    task.cancel()
                }
            }

            private final class StreamReceiver: NSObject, URLSessionDataDelegate, Sendable {
                let heads: AsyncThrowingStream<URLResponse, any Error>
                let body: AsyncThrowingStream<Data, any Error>
                let pieces: AsyncThrowingStream<Data, any Error>.Continuation
                private let head: AsyncThrowingStream<URLResponse, any Error>.Continuation

                override init() {
                    (heads, head) = AsyncThrowingStream.makeStream()
                    (body, pieces) = AsyncThrowingStream.makeStream()
                }

                func urlSession(
                    _ session: URLSession, dataTask: URLSessionDataTask,
                    didReceive response: URLResponse,
                    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
                ) {
                    head.yield(response)
                    head.finish()
                    completionHandler(.allow)
                }

                func urlSession(
                    _ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data
                ) {
                    pieces.yield(data)
                }

                func urlSession(
                    _ session: URLSession, task: URLSessionTask,
                    didCompleteWithError error: (any Error)?
                ) {
                    head.finish(throwing: error)
                    pieces.finish(throwing: error)
                }
            }
        }
        """#
}
