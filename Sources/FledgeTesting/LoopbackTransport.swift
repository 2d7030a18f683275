// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import FledgeCore
package import FledgeHTTP
package import FledgeServer
import HTTPTypes
package import NIOCore
import NIOHTTP1
import NIOPosix

/// Sends requests through the real server, each over a connection of its own.
///
/// The client side is NIO's codec: another implementation than the server's, so that a mistake in
/// one is not hidden by the same mistake in the other.
package struct LoopbackTransport: TestTransport {
    private let server: HTTPServer
    private let prepare: @Sendable (any Channel) throws -> Void

    /// Starts a server on a free port.
    ///
    /// - Parameters:
    ///   - app: What it serves.
    ///   - security: What stands between its sockets and HTTP.
    ///   - prepare: Adds the other end of that to a channel of the client, on its loop.
    /// - Returns: What sends requests to it.
    /// - Throws: When the server cannot listen.
    package static func start(
        _ app: BuiltApp, security: ChannelSecurity? = nil,
        prepare: @escaping @Sendable (any Channel) throws -> Void = { _ in }
    ) async throws -> LoopbackTransport {
        let server = try await HTTPServer.start(
            app, host: "127.0.0.1", port: 0, threads: nil, security: security)
        return LoopbackTransport(server: server, prepare: prepare)
    }

    package func stop() async {
        await server.stop()
    }

    package func send(
        _ method: Method, _ target: String, _ headers: Fields, _ body: Body
    ) async throws -> TestResponse {
        let bytes = try await body.collect()
        let head = requestHead(method, target, headers, length: body.count)
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let answer = loop.makePromise(of: TestResponse.self)
        let prepare = prepare
        let connected = ClientBootstrap(group: loop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try prepare(channel)
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    try channel.pipeline.syncOperations.addHandler(ResponseCollector(answer))
                }
            }
            .connect(host: "127.0.0.1", port: server.port)
        // On the loop: a task may have to wait for its turn for longer than a server waits for a
        // request, where many tests run at once.
        connected.whenSuccess { channel in
            channel.write(HTTPClientRequestPart.head(head), promise: nil)
            channel.write(HTTPClientRequestPart.body(.byteBuffer(bytes)), promise: nil)
            channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
            answer.futureResult.whenComplete { _ in channel.close(promise: nil) }
        }
        connected.whenFailure { answer.fail($0) }
        return try await answer.futureResult.get()
    }

    private func requestHead(
        _ method: Method, _ target: String, _ headers: Fields, length: Int?
    ) -> HTTPRequestHead {
        var fields = HTTPHeaders(headers.map { ($0.name, $0.value) })
        if !fields.contains(name: "Host") { fields.add(name: "Host", value: "127.0.0.1") }
        fields.replaceOrAdd(name: "Connection", value: "close")
        if let length {
            // As clients do: an empty body is announced where one is expected (RFC 9110, 8.6).
            let isAnnounced = length > 0 || [.post, .put, .patch].contains(method)
            if isAnnounced { fields.replaceOrAdd(name: "Content-Length", value: String(length)) }
        } else {
            fields.replaceOrAdd(name: "Transfer-Encoding", value: "chunked")
        }
        return HTTPRequestHead(
            version: .http1_1, method: .init(rawValue: method.rawValue), uri: target,
            headers: fields)
    }
}

/// Collects one response and completes a promise with it.
private final class ResponseCollector: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private let answer: EventLoopPromise<TestResponse>
    private var head: HTTPResponseHead?
    private var body = ByteBuffer()

    init(_ answer: EventLoopPromise<TestResponse>) {
        self.answer = answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            if head.status.code >= 200 { self.head = head }
        case .body(var piece):
            body.writeBuffer(&piece)
        case .end:
            guard let head else { return }
            answer.succeed(response(head))
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        answer.fail(error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        answer.fail(ChannelError.eof)
    }

    private func response(_ head: HTTPResponseHead) -> TestResponse {
        var fields = Fields()
        for (name, value) in head.headers {
            if let name = FieldName(name) { fields.append(value, for: name) }
        }
        let status = Status(
            code: Int(head.status.code), reasonPhrase: head.status.reasonPhrase)
        return TestResponse(status: status, headers: fields, body: body)
    }
}
