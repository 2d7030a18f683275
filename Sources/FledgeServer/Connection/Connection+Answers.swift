// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import Logging
import NIOCore

extension Connection {
    /// So much is collected before it is given to the wire, even in the middle of a read.
    private static let outCapacity = 32 * 1024
    /// So much storage is kept for the next answer.
    private static let keptCapacity = 4 * 1024
    /// How much of a body that nobody read is read and thrown away to keep the connection.
    private static let discardable = 64 * 1024

    /// Writes an answer that was there at once: the usual case, for which no exchange begins.
    func answer(
        _ request: Request, _ response: inout Response, _ plan: Plan, _ keepsAlive: Bool
    ) {
        vet(&response, request)
        let head = ResponseHead(
            response, isHead: request.isHead, version: request.version,
            wantsKeepAlive: keepsAlive && !home.server.isLeaving)
        guard write(head, response) else {
            let exchange = Exchange(request, plan, nil)
            exchange.keepsAlive = head.keepsAlive
            exchange.answer = .started
            self.exchange = exchange
            return stream(response, head, exchange)
        }
        if head.keepsAlive { waitForNext() } else { closeAfterFlush() }
    }

    /// Writes the answer of an exchange; called once for each, on the loop.
    func deliver(_ answer: consuming Response, for exchange: Exchange) {
        // It may have been answered for its handler, or its client may have gone.
        guard phase == .open, self.exchange === exchange, exchange.answer == .pending else {
            return
        }
        var response = answer
        vet(&response, exchange.request)
        let head = ResponseHead(
            response, isHead: exchange.isHead, version: exchange.request.version,
            wantsKeepAlive: exchange.keepsAlive && canReadOn(exchange) && !home.server.isLeaving)
        exchange.keepsAlive = head.keepsAlive
        exchange.answer = .started
        exchange.handlerSince = nil
        if write(head, response) {
            finishAnswer(exchange)
        } else {
            stream(response, head, exchange)
        }
    }

    /// Writes an answer whole, unless its body is a stream; then nothing is written.
    private func write(_ head: ResponseHead, _ response: borrowing Response) -> Bool {
        if head.framing == .none {
            head.write(response, to: &out, date: home.dateLine)
            return true
        }
        guard case .length(let count) = head.framing, response.body.isInMemory else { return false }
        if count <= Body.smallSize {
            head.write(response, to: &out, date: home.dateLine, bodyCount: count)
            if out.count >= Self.outCapacity { flush() }
        } else if let body = response.body.buffered {
            head.write(response, to: &out, date: home.dateLine)
            write(body)
        }
        return true
    }

    /// A 1xx would make the client wait for another answer for ever.
    private func vet(_ response: inout Response, _ request: Request) {
        guard !(200...599).contains(response.status.code) else { return }
        let problem = Problem(.internalServerError, "The server could not answer this request.")
        request.logger.error(
            "A handler answered with \(response.status.code); an answer has 200 to 599")
        response = ErrorResponder.response(for: problem, requestID: request.id)
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
        if bytes.readableBytes <= Body.smallSize {
            out.write(bytes)
        } else {
            emit()
            give(bytes)
        }
        if out.count >= Self.outCapacity { flush() }
    }

    /// Gives the collected bytes to the wire.
    private func emit() {
        guard out.count > 0 else { return }
        give(out.takeBuffer())
    }

    /// Gives bytes to the wire, which sends them when it is flushed.
    private func give(_ bytes: ByteBuffer) {
        guard let wire else { return }
        needsFlush = true
        wire.write(bytes)
    }

    /// Sends what was collected and what the wire has.
    func flush() {
        guard let wire else { return }
        // Before the wire is told: it may call back, and more may be given to it meanwhile.
        let mustFlush = needsFlush
        needsFlush = false
        if out.count > 0 {
            let sent = out.withBytes { wire.sendNow($0) }
            out.removeFirst(sent)
        }
        if out.count > 0 {
            wire.write(out.takeBuffer())
        } else if !mustFlush {
            return letMemoryGo()
        }
        wire.flush()
        letMemoryGo()
    }

    /// So that idle connections stay small.
    private func letMemoryGo() {
        if out.count == 0, out.capacity > Self.keptCapacity { out.release() }
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
        waitForNext()
    }

    private func waitForNext() {
        idleSince = home.now
        if home.server.isDraining { drain() }
    }
}
