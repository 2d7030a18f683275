// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

@testable import FledgeCLI

/// A proxy on a free port, and clients of it.
struct ProxyFixture {
    let backend: Backend
    let port: Int
    let lines: Lines

    final class Lines: Sendable {
        private let state = Mutex<[RequestLine]>([])
        var all: [RequestLine] { state.withLock { $0 } }
        func add(_ line: RequestLine) { state.withLock { $0.append(line) } }
    }

    /// Runs a body with a proxy of its own.
    static func run(_ body: (ProxyFixture) async throws -> Void) async throws {
        let lines = Lines()
        let backend = Backend()
        let server = try await ProxyServer.start(host: "127.0.0.1", port: 0, backend: backend) {
            lines.add($0)
        }
        do {
            try await body(ProxyFixture(port: server.port, lines: lines, backend: backend))
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    private init(port: Int, lines: Lines, backend: Backend) {
        self.port = port
        self.lines = lines
        self.backend = backend
    }

    /// Lets a build answer.
    @discardableResult
    func serve(_ app: FakeApp) -> Backend.Target? {
        backend.serve(Backend.Target(port: app.port))
    }

    /// One connection for several requests.
    func connect<T: Sendable>(_ body: (TestConnection) async throws -> T) async throws -> T {
        let connection = try await TestConnection(port: port)
        do {
            let result = try await body(connection)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }

    func get(_ path: String, headers: HTTPHeaders = [:]) async throws -> TestAnswer {
        try await connect { try await $0.send(.GET, path, headers: headers) }
    }
}

struct TestAnswer: Sendable {
    var status: Int
    var headers: HTTPHeaders
    var body: String
    /// Whether the last byte came, and not just the end of the connection.
    var isWhole: Bool
}

/// A client's connection, which stays open from request to request.
final class TestConnection: Sendable {
    private let channel: any Channel
    private let parts: AsyncStream<HTTPClientResponsePart>

    struct Closed: Error {}

    init(port: Int) async throws {
        let (stream, sink) = AsyncStream.makeStream(of: HTTPClientResponsePart.self)
        parts = stream
        channel = try await ClientBootstrap(group: FakeApp.group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    try channel.pipeline.syncOperations.addHandler(Collector(sink: sink))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
    }

    func close() async { try? await channel.close() }

    /// Whether the other side has left it open.
    var isOpen: Bool { channel.isActive }

    func start(
        _ method: HTTPMethod, _ path: String, headers: HTTPHeaders = [:], body: String? = nil
    ) async throws {
        var headers = headers
        headers.add(name: "Host", value: "localhost")
        if let body { headers.add(name: "Content-Length", value: "\(body.utf8.count)") }
        let head = HTTPRequestHead(version: .http1_1, method: method, uri: path, headers: headers)
        channel.write(HTTPClientRequestPart.head(head), promise: nil)
        if let body {
            let bytes = ByteBuffer(string: body)
            channel.write(HTTPClientRequestPart.body(.byteBuffer(bytes)), promise: nil)
        }
        try await channel.writeAndFlush(HTTPClientRequestPart.end(nil))
    }

    /// Sends a request and waits for its answer.
    func send(
        _ method: HTTPMethod, _ path: String, headers: HTTPHeaders = [:], body: String? = nil
    ) async throws -> TestAnswer {
        try await start(method, path, headers: headers, body: body)
        return try await receive()
    }

    /// The next answer: to its end, or to the first piece that has a text in it.
    func receive(upTo text: String? = nil) async throws -> TestAnswer {
        var answer: TestAnswer?
        for await part in parts {
            switch part {
            case .head(let head):
                answer = TestAnswer(
                    status: Int(head.status.code), headers: head.headers, body: "", isWhole: false)
            case .body(let bytes):
                answer?.body += String(buffer: bytes)
                if let text, let answer, answer.body.contains(text) { return answer }
            case .end:
                answer?.isWhole = true
                guard let answer else { throw Closed() }
                return answer
            }
        }
        guard let answer else { throw Closed() }
        return answer
    }

    /// Waits for a piece of a body that goes on.
    func next(_ text: String) async throws {
        for await part in parts {
            if case .body(let bytes) = part, String(buffer: bytes).contains(text) { return }
        }
        throw Closed()
    }

    /// Waits for the end of an answer that has been read in part.
    func end() async throws {
        for await part in parts {
            if case .end = part { return }
        }
        throw Closed()
    }

    private final class Collector: ChannelInboundHandler {
        typealias InboundIn = HTTPClientResponsePart
        let sink: AsyncStream<HTTPClientResponsePart>.Continuation

        init(sink: AsyncStream<HTTPClientResponsePart>.Continuation) {
            self.sink = sink
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            sink.yield(unwrapInboundIn(data))
        }

        func channelInactive(context: ChannelHandlerContext) { sink.finish() }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}
