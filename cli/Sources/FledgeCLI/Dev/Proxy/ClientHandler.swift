// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOHTTP1
import NIOPosix

/// One client's connection: takes its requests one after the other and answers each from the build
/// that runs then, however often the build changes in between.
///
/// Each request has a connection of its own to the app. A kept one could be closed by the app in the
/// moment in which the next request is sent on it, and nobody could say whether to send it again.
///
/// Reads stop on either side while the other one does not take what has been read.
final class ClientHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        /// The next part is a head.
        case idle
        /// Nobody answers yet; what comes of the request is kept.
        case deciding
        /// A build answers.
        case forwarding(UpstreamHandler)
        /// It is answered; the rest of the request is read and thrown away.
        case answered
        case closed
    }

    private let backend: Backend
    private let log: @Sendable (RequestLine) -> Void
    private var state = State.idle
    private var exchange: Exchange?
    private var kept = CircularBuffer<HTTPServerRequestPart>()
    private var hasHeldRead = false
    private var events: EventStream?
    private var context: ChannelHandlerContext?

    init(backend: Backend, log: @escaping @Sendable (RequestLine) -> Void) {
        self.backend = backend
        self.log = log
    }

    // MARK: The client

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if case .head(let head) = part {
            exchange = Exchange(head, version: backend.version)
            state = .deciding
            return begin(context)
        }
        if case .end = part { exchange?.isRequestComplete = true }
        switch state {
        case .deciding: kept.append(part)
        case .forwarding(let upstream): upstream.send(part)
        case .answered: finishIfComplete()
        case .idle, .closed: break
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if case .forwarding(let upstream) = state { upstream.flush() }
        context.fireChannelReadComplete()
    }

    /// Holds reads while nobody takes what they bring.
    func read(context: ChannelHandlerContext) {
        switch state {
        case .deciding:
            hasHeldRead = true
        case .forwarding(let upstream) where !upstream.isWritable:
            hasHeldRead = true
        default:
            context.read()
        }
    }

    /// The client takes more of the answer.
    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if case .forwarding(let upstream) = state, context.channel.isWritable {
            upstream.continueReading()
        }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        events?.stop()
        if case .forwarding(let upstream) = state { upstream.abandon() }
        release()
        state = .closed
        kept.removeAll()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A request that is none has been answered by NIO's handler; all else is the network's.
        context.close(promise: nil)
    }

    /// Whether the client takes more now.
    var isWritable: Bool { context?.channel.isWritable ?? false }

    /// The app takes more of the request.
    func continueReading() {
        guard hasHeldRead else { return }
        hasHeldRead = false
        context?.read()
    }

    // MARK: Who answers

    private func begin(_ context: ChannelHandlerContext) {
        guard let exchange else { return }
        switch DevPath(exchange.head.uri) {
        case .script:
            answer(.script, logged: false)
        case .events:
            state = .answered
            let stream = EventStream(backend: backend, channel: context.channel)
            events = stream
            stream.start()
        case nil:
            decide(context)
        }
    }

    private func decide(_ context: ChannelHandlerContext) {
        guard case .deciding = state, let exchange else { return }
        switch backend.decide(isPage: exchange.isPage, on: context.eventLoop) {
        case .building:
            answer(.building(version: exchange.version), logged: false)
        case .failure(let failure):
            answer(.failure(failure, isPage: exchange.isPage, version: exchange.version))
        case .wait(let change):
            let this = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            change.whenComplete { _ in
                let (handler, context) = this.value
                handler.exchange?.version = handler.backend.version
                handler.decide(context)
            }
        case .forward(let target):
            exchange.target = target
            connect(to: target, context)
        }
    }

    private func connect(to target: Backend.Target, _ context: ChannelHandlerContext) {
        let this = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        UpstreamHandler.connect(port: target.port, on: context.eventLoop).whenComplete { result in
            let (handler, context) = this.value
            handler.connected(result, context)
        }
    }

    private func connected(
        _ result: Result<UpstreamHandler, any Error>, _ context: ChannelHandlerContext
    ) {
        guard case .deciding = state, let exchange else {
            if case .success(let upstream) = result { upstream.abandon() }
            return release()
        }
        switch result {
        case .success(let upstream):
            forward(exchange, to: upstream)
        case .failure where exchange.canTryAgain:
            // The build is gone, and in a moment it will be known here too. Nothing was sent.
            release()
            let this = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: Exchange.pause) {
                let (handler, context) = this.value
                handler.decide(context)
            }
        case .failure(let error):
            answer(.gone("No connection to the app: \(error)"))
        }
    }

    private func forward(_ exchange: Exchange, to upstream: UpstreamHandler) {
        state = .forwarding(upstream)
        upstream.client = self
        upstream.send(.head(exchange.forwardedHead))
        for part in kept { upstream.send(part) }
        kept.removeAll()
        upstream.flush()
        if upstream.isWritable { continueReading() }
    }

    // MARK: The answer

    /// Takes a part of the app's answer.
    func received(_ part: HTTPClientResponsePart) {
        guard let exchange, let context else { return }
        switch part {
        case .head(let head) where head.status.code < 200:
            context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        case .head(let head):
            context.write(wrapOutboundOut(.head(exchange.answered(head))), promise: nil)
            if exchange.isEndless { endWhenRetired(exchange, context) }
        case .body(let bytes):
            write(exchange.body(bytes), context)
        case .end(let trailers):
            exchange.target?.noteAnswer()
            write(exchange.rest(), context)
            complete(trailers)
        }
    }

    func receivedAll() { context?.flush() }

    /// The connection to the app is gone.
    func lostApp(_ error: (any Error)?) {
        guard case .forwarding = state, let exchange else { return }
        if exchange.status == nil {
            answer(.gone("The app went away while it was answering; the terminal says more."))
        } else {
            // A piece of an answer is sent, and there is no other way to say that it ends here.
            context?.close(promise: nil)
        }
    }

    private func write(_ bytes: ByteBuffer?, _ context: ChannelHandlerContext) {
        guard let bytes, bytes.readableBytes > 0 else { return }
        context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
    }

    private func complete(_ trailers: HTTPHeaders? = nil) {
        guard let exchange, let context else { return }
        context.writeAndFlush(wrapOutboundOut(.end(trailers)), promise: nil)
        if exchange.isLogged { log(exchange.line) }
        release()
        state = .answered
        finishIfComplete()
    }

    /// Ends a stream that would outlive its build: its client asks again and gets the new one.
    private func endWhenRetired(_ exchange: Exchange, _ context: ChannelHandlerContext) {
        let this = NIOLoopBound((self, exchange), eventLoop: context.eventLoop)
        let eventLoop = context.eventLoop
        let end: @Sendable () -> Void = {
            eventLoop.execute {
                let (handler, exchange) = this.value
                guard handler.exchange === exchange, exchange.target?.isRetired == true,
                    case .forwarding(let upstream) = handler.state
                else { return }
                upstream.abandon()
                handler.complete()
            }
        }
        exchange.stopWatching = backend.watch { _ in end() }.stop
        // It may have been retired before its answer came.
        if exchange.target?.isRetired == true { end() }
    }

    /// Answers without the app.
    private func answer(_ answer: LocalAnswer, logged: Bool = true) {
        guard let exchange, let context else { return }
        exchange.isLogged = logged
        kept.removeAll()
        let isHead = exchange.head.method == .HEAD
        context.write(wrapOutboundOut(.head(exchange.answered(answer.head))), promise: nil)
        if !isHead { write(ByteBuffer(string: answer.body), context) }
        complete()
        // What was held while nobody answered.
        continueReading()
    }

    /// The build is told once that this request is through with it.
    private func release() {
        exchange?.stopWatching?()
        exchange?.stopWatching = nil
        exchange?.target?.end()
        exchange?.target = nil
    }

    private func finishIfComplete() {
        guard case .answered = state, let exchange, exchange.isRequestComplete else {
            return continueReading()
        }
        guard events == nil else { return }
        state = .idle
        if !exchange.keepsAlive { context?.close(promise: nil) }
        self.exchange = nil
        continueReading()
    }
}
