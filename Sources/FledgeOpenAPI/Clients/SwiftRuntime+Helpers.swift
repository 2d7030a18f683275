// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Parts of a Swift client that only some APIs need.
extension SwiftRuntime {
    /// What stands inside the namespace.
    static func helpers(_ features: ClientFeatures, boxes: Bool) -> [String] {
        var helpers = [pairs]
        if features.contains(.multipart) { helpers.append(multipart) }
        if features.contains(.events) { helpers += [streams, events] }
        if boxes { helpers.append(box) }
        return helpers
    }

    private static let pairs = #"""
        /// Names and values: of a query, or of a form.
        struct Pairs {
            var pairs: [(name: String, value: String)] = []

            mutating func add(_ name: String, _ value: (some Hashable)?) {
                if let value { pairs.append((name, text(value))) }
            }

            /// A list repeats its name.
            mutating func add(_ name: String, _ values: [some Hashable]?) {
                for value in values ?? [] { add(name, value) }
            }

            /// A list in one value.
            mutating func add(_ name: String, commas values: [some Hashable]?) {
                guard let values, !values.isEmpty else { return }
                pairs.append((name, values.map { text($0) }.joined(separator: ",")))
            }

            /// The members of a value stand in brackets behind its name.
            mutating func add(_ name: String, members value: (some Encodable)?) throws {
                guard let value else { return }
                var call = Call("", "", accept: "")
                try call.send(json: value, as: "")
                guard let data = call.body else { return }
                add(name, try JSONDecoder().decode(JSON.self, from: data))
            }

            private mutating func add(_ name: String, _ value: JSON) {
                switch value {
                case .null: break
                case .bool(let bool): add(name, bool)
                case .integer(let integer): add(name, integer)
                case .number(let number): add(name, number)
                case .string(let string): add(name, string)
                case .array(let elements): for element in elements { add(name, element) }
                case .object(let members):
                    for (key, member) in members.sorted(by: { $0.key < $1.key }) {
                        add(name.isEmpty ? key : "\(name)[\(key)]", member)
                    }
                }
            }

            var encoded: String {
                pairs.map { "\(escape($0.name))=\(escape($0.value))" }.joined(separator: "&")
            }

            var afterQuestionMark: String { pairs.isEmpty ? "" : "?" + encoded }
        }
        """#

    private static let multipart = #"""
        /// A file in a form.
        public struct FilePart: Codable, Hashable, Sendable {
            public var name: String
            public var mediaType: String
            public var data: Data

            public init(name: String, mediaType: String = "application/octet-stream", data: Data) {
                self.name = name
                self.mediaType = mediaType
                self.data = data
            }
        }

        /// A form with files (RFC 7578).
        struct MultipartForm {
            var fields = Pairs()
            private var files: [(name: String, file: FilePart)] = []
            private let boundary = "form-" + UUID().uuidString

            mutating func add(_ name: String, file: FilePart?) {
                if let file { files.append((name, file)) }
            }

            mutating func add(_ name: String, files: [FilePart]?) {
                for file in files ?? [] { add(name, file: file) }
            }

            var mediaType: String { "multipart/form-data; boundary=\(boundary)" }

            var data: Data {
                var data = Data()
                for (name, value) in fields.pairs {
                    data += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(quoted(name))\"\r\n\r\n\(value)\r\n".utf8)
                }
                for (name, file) in files {
                    let names = "name=\"\(quoted(name))\"; filename=\"\(quoted(file.name))\""
                    let type = file.mediaType.filter { !$0.isNewline }
                    data += Data("--\(boundary)\r\nContent-Disposition: form-data; \(names)\r\nContent-Type: \(type)\r\n\r\n".utf8)
                    data += file.data + Data("\r\n".utf8)
                }
                return data + Data("--\(boundary)--\r\n".utf8)
            }

            /// As browsers do (HTML, 4.10.21.8).
            private func quoted(_ text: String) -> String {
                text.replacingOccurrences(of: "\"", with: "%22")
                    .replacingOccurrences(of: "\r", with: "%0D").replacingOccurrences(of: "\n", with: "%0A")
            }
        }
        """#

    private static let streams = #"""
        /// An answer whose body comes piece by piece.
        public struct HTTPStream: Sendable {
            public var status: Int
            /// By their names in small letters.
            public var headers: [String: String]
            public var body: AsyncThrowingStream<Data, any Error>

            public init(status: Int, headers: [String: String], body: AsyncThrowingStream<Data, any Error>) {
                self.status = status
                self.headers = headers
                self.body = body
            }
        }
        """#

    private static let events = #"""
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
                        event: event.isEmpty ? "message" : event, data: data.joined(separator: "\n"), id: id)
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

    private static let box = #"""
        /// Lets a type have a member of its own type.
        indirect enum Boxed<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
            case value(Value)

            init(_ value: Value) { self = .value(value) }

            var value: Value {
                switch self {
                case .value(let value): value
                }
            }

            init(from decoder: any Decoder) throws { self = .value(try Value(from: decoder)) }

            func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
        }
        """#

    /// What stands outside the namespace when there are streams.
    static let streaming = #"""
        extension NAMESPACE.Connection {
            /// - Returns: The events as they come; ending the loop over them ends the request.
            func events(_ call: NAMESPACE.Call) async throws -> AsyncThrowingStream<NAMESPACE.ServerSentEvent, any Error> {
                let stream = try await transport.stream(prepare(call))
                guard stream.status < 400 else {
                    var body = Data()
                    for try await piece in stream.body { body += piece }
                    throw NAMESPACE.ProblemError(
                        NAMESPACE.HTTPAnswer(status: stream.status, headers: stream.headers, body: body))
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
                let own = URLSession(configuration: session.configuration, delegate: receiver, delegateQueue: nil)
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
                        status: Self.status(response), headers: Self.headers(response), body: receiver.body)
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
                    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
                    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
                ) {
                    head.yield(response)
                    head.finish()
                    completionHandler(.allow)
                }

                func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
                    pieces.yield(data)
                }

                func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
                    head.finish(throwing: error)
                    pieces.finish(throwing: error)
                }
            }
        }
        """#
}
