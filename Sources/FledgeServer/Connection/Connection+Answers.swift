// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import Logging
import NIOCore

extension Connection {
    /// Bodies up to this size are copied behind their head: one buffer costs one `write`.
    private static let copiedBody = 4 * 1024
    /// So much is collected before it is given to the channel, even in the middle of a read.
    private static let outCapacity = 32 * 1024
    /// So much storage is kept for the next answer.
    private static let keptCapacity = 4 * 1024
    /// How much of a body that nobody read is read and thrown away to keep the connection.
    private static let discardable = 64 * 1024

    /// Writes the answer of an exchange; called once for each, on the loop.
    func deliver(_ answer: Response, for exchange: Exchange) {
        // It may have been answered for its handler, or its client may have gone.
        guard phase == .open, self.exchange === exchange, exchange.answer == .pending else {
            return
        }
        let response = vetted(answer, exchange)
        let head = ResponseHead(
            response, isHead: exchange.isHead, version: exchange.request.version,
            wantsKeepAlive: exchange.keepsAlive && canReadOn(exchange) && !home.server.isLeaving)
        exchange.keepsAlive = head.keepsAlive
        exchange.answer = .started
        exchange.handlerSince = nil
        if head.framing == .none {
            head.write(to: &out, date: home.dateLine)
            finishAnswer(exchange)
        } else if case .bytes(let body) = response.body.storage {
            head.write(to: &out, date: home.dateLine)
            write(body)
            finishAnswer(exchange)
        } else {
            stream(response, head, exchange)
        }
    }

    /// A 1xx would make the client wait for another answer for ever.
    private func vetted(_ response: Response, _ exchange: Exchange) -> Response {
        guard !(200...599).contains(response.status.code) else { return response }
        let problem = Problem(.internalServerError, "The server could not answer this request.")
        exchange.request.logger.error(
            "A handler answered with \(response.status.code); an answer has 200 to 599")
        return ErrorResponder.response(for: problem, requestID: exchange.request.id)
    }

    /// Whether the next request can be found: behind a body that is read, or short enough to skip.
    private func canReadOn(_ exchange: Exchange) -> Bool {
        if exchange.inputEnded { return true }
        guard !exchange.awaitsContinue, let body = exchange.body, !body.hasFailed else {
            return false
        }
        guard let count = exchange.request.body.count else { return true }
        return count - body.received <= Self.discardable
    }

    /// Adds bytes for the client.
    ///
    /// They go out with the next flush, or when there are many.
    func write(_ bytes: ByteBuffer) {
        if bytes.readableBytes <= Self.copiedBody {
            out.writeImmutableBuffer(bytes)
        } else {
            emit()
            context?.write(wrapOutboundOut(bytes), promise: nil)
        }
        if out.readableBytes >= Self.outCapacity { flush() }
    }

    /// Gives the collected bytes to the channel.
    private func emit() {
        guard out.readableBytes > 0, let context else { return }
        context.write(wrapOutboundOut(out), promise: nil)
        out = ByteBuffer()
    }

    /// Gives the collected bytes to the socket.
    func flush() {
        guard let context else { return }
        if out.readableBytes == 0 {
            context.flush()
        } else {
            context.writeAndFlush(wrapOutboundOut(out), promise: nil)
            // The socket has usually taken them by now, and the storage is ours again. A large one
            // is let go, so that idle connections stay small.
            if out.storageCapacity <= Self.keptCapacity { out.clear() } else { out = ByteBuffer() }
        }
        noteWritability(context.channel)
    }

    /// The answer is complete; what comes next depends on the body and on the connection.
    func finishAnswer(_ exchange: Exchange) {
        exchange.answer = .ended
        if !exchange.keepsAlive {
            closeAfterFlush()
        } else if exchange.inputEnded {
            finished(exchange)
        } else {
            exchange.isDiscarding = true
            exchange.discardable = Self.discardable
            _ = exchange.body?.takeBuffered()
        }
        advance()
        if !isReading {
            flush()
            readIfWanted()
        }
    }

    /// Both halves are complete.
    func finished(_ exchange: Exchange) {
        self.exchange = nil
        idleSince = home.now
        if home.server.isDraining { drain() }
    }
}
