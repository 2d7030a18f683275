// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOHTTP1
import NIOPosix

/// A server in the place of a build of an app: it answers with its own name.
///
/// `/slow` waits until it is released; `/page` is HTML; `/echo` gives the body back; `/events` never
/// ends; `/cut` breaks off within its answer; `/refuse` answers without reading the body.
final class FakeApp: Sendable {
    let name: String
    let port: Int
    private let channel: any Channel
    let release: EventLoopPromise<Void>
    /// Succeeds when a request for `/slow` has come.
    let hasSlowRequest: EventLoopPromise<Void>

    static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    init(_ name: String) async throws {
        let loop = Self.group.next()
        let release = loop.makePromise(of: Void.self)
        let slow = loop.makePromise(of: Void.self)
        self.name = name
        self.release = release
        hasSlowRequest = slow
        channel = try await ServerBootstrap(group: loop)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline()
                    try pipeline.addHandler(
                        Handler(name: name, release: release.futureResult, slow: slow))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    /// Closes its socket; what is being answered goes on.
    func stop() async {
        release.succeed()
        hasSlowRequest.succeed()
        try? await channel.close()
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        let name: String
        let release: EventLoopFuture<Void>
        let slow: EventLoopPromise<Void>
        private var head: HTTPRequestHead?
        private var body = ByteBuffer()

        init(name: String, release: EventLoopFuture<Void>, slow: EventLoopPromise<Void>) {
            self.name = name
            self.release = release
            self.slow = slow
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                self.head = head
                if head.uri == "/refuse" { send("too much", .payloadTooLarge, context) }
            case .body(var bytes): body.writeBuffer(&bytes)
            case .end: if let head, head.uri != "/refuse" { answer(head, context) }
            }
        }

        private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
            switch head.uri {
            case "/slow":
                slow.succeed()
                let this = NIOLoopBound((self, context), eventLoop: context.eventLoop)
                release.whenComplete { _ in
                    let (handler, context) = this.value
                    handler.send("slow \(handler.name)", .ok, context)
                }
            case "/echo": send(String(buffer: body), .ok, context)
            case "/headers":
                send(head.headers.map { "\($0.name): \($0.value)\n" }.joined(), .ok, context)
            case "/page":
                send("<html><body>\(name)</BODY></html>", .ok, context, type: "text/html")
            case "/events", "/cut":
                let type = head.uri == "/cut" ? "text/plain" : "text/event-stream"
                let head = HTTPResponseHead(
                    version: .http1_1, status: .ok,
                    headers: ["Content-Type": type, "Transfer-Encoding": "chunked"])
                context.write(wrapOutboundOut(.head(head)), promise: nil)
                let bytes = ByteBuffer(string: "data: \(name)\n\n")
                context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
                if type == "text/plain" { context.close(promise: nil) }
            default: send(name, .ok, context)
            }
        }

        private func send(
            _ text: String, _ status: HTTPResponseStatus, _ context: ChannelHandlerContext,
            type: String = "text/plain"
        ) {
            let headers: HTTPHeaders = [
                "Content-Type": type, "Content-Length": "\(text.utf8.count)", "ETag": "\"1\"",
                "Connection": "close",
            ]
            let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            let bytes = ByteBuffer(string: text)
            context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}
