// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOHTTP1
import NIOPosix

/// A connection to the app, for one request.
///
/// Lives on the event loop of the client's connection.
final class UpstreamHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    var client: ClientHandler?
    private var context: ChannelHandlerContext?
    private var hasHeldRead = false

    /// Connects to a port of 127.0.0.1.
    static func connect(port: Int, on eventLoop: any EventLoop) -> EventLoopFuture<UpstreamHandler>
    {
        ClientBootstrap(group: eventLoop)
            .connectTimeout(.seconds(5))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    var encoding = HTTPRequestEncoder.Configuration()
                    // The request has its framing, from its client.
                    encoding.automaticallySetFramingHeaders = false
                    let decoder = HTTPResponseDecoder(
                        leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .forward)
                    try channel.pipeline.syncOperations.addHandlers([
                        HTTPRequestEncoder(configuration: encoding), ByteToMessageHandler(decoder),
                        UpstreamHandler(),
                    ])
                }
            }
            .connect(host: "127.0.0.1", port: port)
            .flatMapThrowing { try $0.pipeline.syncOperations.handler(type: UpstreamHandler.self) }
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    /// Whether the app takes more of the request now.
    var isWritable: Bool { context?.channel.isWritable ?? true }

    /// Sends a part of the request; what comes after the connection is gone is dropped.
    func send(_ part: HTTPServerRequestPart) {
        guard let context else { return }
        switch part {
        case .head(let head): context.write(wrapOutboundOut(.head(head)), promise: nil)
        case .body(let bytes):
            context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
        case .end(let trailers):
            context.writeAndFlush(wrapOutboundOut(.end(trailers)), promise: nil)
        }
    }

    func flush() { context?.flush() }

    /// The client does not want the answer, or not the rest of it.
    func abandon() {
        client = nil
        context?.close(promise: nil)
    }

    /// The client takes more of the answer.
    func continueReading() {
        guard hasHeldRead else { return }
        hasHeldRead = false
        context?.read()
    }

    func read(context: ChannelHandlerContext) {
        if client?.isWritable ?? true { context.read() } else { hasHeldRead = true }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        let client = client
        if case .end = part {
            self.client = nil
            client?.received(part)
            context.close(promise: nil)
        } else {
            client?.received(part)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) { client?.receivedAll() }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { client?.continueReading() }
    }

    func channelInactive(context: ChannelHandlerContext) { lose(nil) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        lose(error)
        context.close(promise: nil)
    }

    private func lose(_ error: (any Error)?) {
        let client = client
        self.client = nil
        client?.lostApp(error)
    }
}
