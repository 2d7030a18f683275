// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import NIOCore

/// One request and its answer, from the head of the one to the end of the other.
final class Exchange: @unchecked Sendable {
    // Safe: touched on the loop of its connection only. The slot goes without the run-time check for
    // overlapping access: it is asked several times for each request, and calls nobody back.
    enum Answer {
        case pending
        case started
        case ended
    }

    var request: Request
    let plan: Plan
    let isHead: Bool
    /// The body, unless there is none or all of it came with the head.
    let body: IncomingBody?
    /// Where the client waits for `100 Continue`.
    var awaitsContinue = false
    /// Whether the connection can stay open after the answer, as far as is known.
    var keepsAlive = true
    /// Whether everything that the client sends for this request has been parsed.
    var inputEnded: Bool
    /// A synchronous handler gets its body whole, so it is collected first.
    var isCollecting = false
    /// How much of an unread body is still thrown away to keep the connection.
    var discardable = 0
    var isDiscarding = false

    var answer = Answer.pending
    /// A streamed answer of which nothing has been sent.
    var held: HeldAnswer?
    var framer = BodyFramer(.none)
    var task: Task<Void, Never>?
    /// Producers that wait until the client has taken what was written.
    var writers: [CheckedContinuation<Void, any Error>] = []
    /// Bytes that the producer wrote without giving the loop back.
    var writtenInTurn = 0

    /// When the handler began to be the one that everybody waits for.
    ///
    /// Set whenever that changes, so the count of running handlers follows it.
    var handlerSince: NIODeadline? {
        didSet { slot.update(awaitsClient: awaitsClient) }
    }
    @exclusivity(unchecked) var slot = HandlerSlot()
    /// How long the server has waited for the body.
    var waitedForBody = TimeAmount.zero

    init(_ request: Request, _ plan: Plan, _ body: IncomingBody?) {
        self.request = request
        self.plan = plan
        self.body = body
        isHead = request.isHead
        inputEnded = body == nil
    }

    /// Whether the client is the one that everybody waits for.
    var awaitsClient: Bool {
        guard let body, !inputEnded else { return false }
        return isCollecting || isDiscarding || body.isAwaited
    }

    /// Whether bytes of the body can be taken from the wire.
    var takesInput: Bool {
        guard let body, !inputEnded else { return false }
        return isCollecting || isDiscarding || !body.isFull
    }

    /// Ends everything that waits for this exchange.
    func abandon() {
        task?.cancel()
        body?.fail(BodyError.incomplete)
        for writer in writers { writer.resume(throwing: CancellationError()) }
        writers = []
        slot.update(awaitsClient: awaitsClient)
    }
}

/// An answer whose head waits for the first piece of its body.
struct HeldAnswer {
    let head: ResponseHead
    let response: Response
}
