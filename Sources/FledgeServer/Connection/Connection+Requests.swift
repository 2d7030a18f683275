// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import Logging
import NIOCore

extension Connection {
    /// Goes on with what has been received, as far as it can.
    ///
    /// The only place where the parser is asked. Everything that may have removed an obstacle calls
    /// it: bytes, the end of an answer, a reader of the body, a client that takes bytes again.
    func advance() {
        guard !isAdvancing else { return }
        isAdvancing = true
        while phase == .open, step() {}
        // Before the flush, which may find that the client takes bytes again, and call this.
        isAdvancing = false
        if phase == .open, exchange == nil { waitForRequest() }
        // In a read, its end does it. Not at once: this may be called by a flush.
        if !isReading, out.count > 0 || needsFlush { home.flushSoon(self) }
    }

    /// One event of the parser; false when there is nothing to do until something happens.
    private func step() -> Bool {
        guard let exchange else {
            // A client that does not read its answers gets no further ones.
            guard isWritable else { return false }
            // Mostly the request before was the last one that has come.
            guard parser.bufferedBytes > 0 else {
                needsInput = true
                return false
            }
            return handle(parser.next())
        }
        guard exchange.takesInput else { return false }
        return handle(parser.next(), of: exchange)
    }

    private func handle(_ event: consuming RequestParser.Event) -> Bool {
        needsInput = false
        switch event {
        case .head(var head):
            begin(&head)
            return true
        case .refused(let refusal):
            refuse(refusal)
            return false
        case .needsMore, .body, .end:
            needsInput = true
            return false
        }
    }

    private func handle(_ event: RequestParser.Event, of exchange: Exchange) -> Bool {
        needsInput = false
        switch event {
        case .body(let piece):
            take(piece, exchange)
            return true
        case .end:
            bodyEnded(exchange)
            return true
        case .refused(let refusal):
            bodyFailed(.malformed(refusal.status, reason: refusal.reason), exchange)
            return false
        case .needsMore, .head:
            needsInput = true
            if inputClosed { bodyFailed(.incomplete, exchange) }
            return false
        }
    }

    private func waitForRequest() {
        if inputClosed, needsInput {
            closeAfterFlush(lingers: false)
        } else if isWritable, parser.isInsideHead {
            // Else it may be complete, and waits for a client that does not read its answers.
            headSince = headSince ?? home.now
        }
    }

    /// - Parameter head: Changed in place: a request that somebody else holds too is copied when the
    ///   route is noted in it.
    private func begin(_ head: inout RequestHead) {
        headSince = nil
        requestCount += 1
        let plan = home.server.app.plan(for: &head.request)
        let body = incomingBody(head.framing, plan, head.request)
        let keepsAlive = head.keepsAlive && requestCount < home.server.requestsPerConnection
        if body == nil, plan.isSync {
            var response = Response()
            respondNow(plan, head.request, &response)
            return answer(head.request, &response, plan, keepsAlive)
        }
        let exchange = Exchange(head.request, plan, body)
        exchange.keepsAlive = keepsAlive
        exchange.awaitsContinue = head.expectsContinue && body != nil
        self.exchange = exchange
        watch(exchange)
        guard plan.isSync, plan.readsWholeBody, let body, !body.hasFailed else {
            return run(exchange)
        }
        exchange.isCollecting = true
        sendContinueIfAwaited(exchange)
    }

    /// Sets the body of the request: in memory when all of it came with the head, else a stream.
    private func incomingBody(
        _ framing: BodyFraming, _ plan: Plan, _ request: Request
    ) -> IncomingBody? {
        var count: Int?
        switch framing {
        case .none: return nil
        case .length(let length): count = length
        case .chunked: break
        }
        if let count, count <= plan.bodyLimit, let bytes = parser.takeWholeBody() {
            request.receive(Body(.bytes(bytes), count: count, limit: plan.bodyLimit))
            return nil
        }
        let body = IncomingBody(loop: home.loop, limit: plan.bodyLimit)
        if let count, count > plan.bodyLimit {
            body.fail(BodyError.tooLarge(limit: plan.bodyLimit))
        }
        request.receive(Body(.source(body), count: count, limit: plan.bodyLimit))
        return body
    }

    /// A reader that waits or has taken bytes: the client may go on.
    private func watch(_ exchange: Exchange) {
        exchange.body?.onDemand { [weak self, weak exchange] in
            guard let self, let exchange, self.exchange === exchange else { return }
            sendContinueIfAwaited(exchange)
            exchange.handlerSince = exchange.awaitsClient ? nil : home.now
            advance()
            readIfWanted()
        }
    }

    /// RFC 9110, 10.1.1: only when somebody really wants the body, so that a refusal costs nothing.
    private func sendContinueIfAwaited(_ exchange: Exchange) {
        // An answer that is made of the body waits for it before it begins.
        guard exchange.awaitsContinue, exchange.answer == .pending || exchange.held != nil else {
            return
        }
        exchange.awaitsContinue = false
        out.write("HTTP/1.1 100 Continue\r\n\r\n")
        if !isReading { flush() }
    }

    private func take(_ piece: ByteBuffer, _ exchange: Exchange) {
        exchange.awaitsContinue = false
        if exchange.isDiscarding {
            exchange.discardable -= piece.readableBytes
            if exchange.discardable < 0 { closeAfterFlush() }
            return
        }
        guard let body = exchange.body else { return }
        if body.append(piece) {
            if !exchange.awaitsClient { exchange.handlerSince = home.now }
        } else {
            bodyFailed(.tooLarge(limit: exchange.plan.bodyLimit), exchange)
        }
    }

    private func bodyEnded(_ exchange: Exchange) {
        exchange.inputEnded = true
        exchange.awaitsContinue = false
        exchange.handlerSince = home.now
        exchange.body?.finish()
        if exchange.isCollecting {
            collected(exchange)
        } else if exchange.answer == .ended {
            finished(exchange)
        }
    }

    /// The body cannot be read to its end, so nothing after it can be found either.
    func bodyFailed(_ error: BodyError, _ exchange: Exchange) {
        exchange.keepsAlive = false
        exchange.inputEnded = true
        exchange.handlerSince = home.now
        exchange.body?.fail(error)
        if exchange.isCollecting {
            exchange.request.body = Body(failed: error, count: exchange.request.body.count)
            exchange.isCollecting = false
            run(exchange)
        } else if exchange.answer == .ended {
            closeAfterFlush()
        }
    }

    private func collected(_ exchange: Exchange) {
        exchange.isCollecting = false
        if let body = exchange.body {
            exchange.request.body = Body(
                .bytes(body.takeBuffered()), count: body.received, limit: exchange.plan.bodyLimit)
        }
        run(exchange)
    }

    private func run(_ exchange: Exchange) {
        exchange.handlerSince = exchange.awaitsClient ? nil : home.now
        if exchange.plan.isSync {
            var response = Response()
            respondNow(exchange.plan, exchange.request, &response)
            return deliver(response, for: exchange)
        }
        guard admit(exchange) else { return }
        let task = start(exchange)
        // It may have answered by now, and a streamed answer has a task of its own.
        guard self.exchange === exchange, exchange.answer == .pending else { return }
        exchange.task = task
        if inputClosed { cancelAfterGrace(exchange) }
    }

    /// Answers what never became a request, and closes.
    func refuse(_ refusal: Refusal) {
        let id = Request.nextID()
        home.server.logger.info(
            "Refused what came in on a connection",
            metadata: [
                "request-id": "\(id)", "status": "\(refusal.status.code)",
                "reason": "\(refusal.reason)",
            ])
        let problem = Problem(refusal.status, refusal.reason)
        var response = ErrorResponder.response(for: problem, requestID: id)
        let isHead = parser.refusesHead
        // RFC 9110, 9.3.2: the length that GET would have had, and no body.
        if isHead { response.headers[.contentLength] = response.body.count.map(String.init) }
        ResponseHead(response, isHead: isHead, version: .http11, wantsKeepAlive: false)
            .write(
                response, to: &out, date: home.dateLine,
                bodyCount: isHead ? nil : response.body.count)
        closeAfterFlush()
    }
}
