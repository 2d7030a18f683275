// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import Logging
import NIOCore

extension Connection {
    /// A client that does not take what was written to it.
    struct Stall {
        var since: NIODeadline
        var pending: Int
    }

    /// What is left of a connection after its last answer.
    struct Linger {
        var until: NIODeadline
        var discardable: Int
    }

    /// Checks every deadline that can apply now; called by the tick of the loop.
    func tick(_ now: NIODeadline) {
        if let stall, checkStall(stall, now) { return }
        switch phase {
        case .open:
            if let exchange { tick(now, exchange) } else { tickWaiting(home.lastTick) }
        case .lingering:
            if let linger, now >= linger.until { cut() }
        case .closed:
            break
        }
    }

    /// Cuts the connection when nothing was taken for too long, and says so.
    ///
    /// Any byte that is taken starts the time again, from the tick in which it was taken: looking
    /// only when the time is over would give twice the time to who takes the first bytes only.
    private func checkStall(_ stall: Stall, _ now: NIODeadline) -> Bool {
        let pending = pendingBytes
        if pending < stall.pending {
            self.stall = Stall(since: now, pending: pending)
            return false
        }
        self.stall?.pending = pending
        guard now - stall.since >= limits.writeStall.timeAmount else { return false }
        cut()
        return true
    }

    /// Bytes that the client has not taken.
    var pendingBytes: Int { wire?.pendingBytes ?? 0 }

    /// When to begin to wait for a client that no longer takes bytes.
    func noteWritability() {
        // The last bytes must go out however few they are; see `closeAfterFlush`.
        guard phase == .open else { return }
        if isWritable {
            stall = nil
        } else if stall == nil {
            stall = Stall(since: home.now, pending: pendingBytes)
        }
    }

    /// So long a task is kept for the next request of a connection.
    private static let restTime = TimeAmount.seconds(1)

    private func tickWaiting(_ now: NIODeadline) {
        if resting != nil, now - idleSince >= Self.restTime { endRest() }
        if isHandshaking {
            guard now - idleSince >= limits.headTime.timeAmount else { return }
            return cut()
        }
        if let headSince {
            guard now - headSince >= limits.headTime.timeAmount else { return }
            guard parser.hasRequestLine else { return cut() }
            refuse(
                Refusal(
                    .requestTimeout,
                    "The head of the request was not complete after \(limits.headTime)."))
        } else if !isWritable {
            // The client still takes the last answer; how slowly is the business of `stall`.
            idleSince = now
        } else if now - idleSince >= limits.idle.timeAmount || drainAt.map({ now >= $0 }) == true {
            closeAfterFlush(lingers: false)
        }
    }

    private func tick(_ now: NIODeadline, _ exchange: Exchange) {
        if exchange.awaitsClient {
            exchange.waitedForBody = exchange.waitedForBody + LoopHome.tick
            let pace = BodyPace(
                waited: exchange.waitedForBody, received: exchange.body?.received ?? 0)
            if pace.isTooSlow(limits) { bodyFailed(.tooSlow, exchange) }
        } else if let since = exchange.handlerSince, now - since >= limits.handler.timeAmount {
            handlerTimedOut(exchange)
        }
    }

    private func handlerTimedOut(_ exchange: Exchange) {
        exchange.handlerSince = nil
        guard exchange.answer == .pending else { return }
        let request = exchange.request
        let route = request.matchedRoute?.pattern ?? "-"
        request.logger.error(
            "\(request.method.rawValue) \(route) was cancelled: no answer after \(limits.handler)")
        exchange.task?.cancel()
        exchange.keepsAlive = false
        let problem = Problem(
            .serviceUnavailable, "The server took too long to answer this request.")
        deliver(ErrorResponder.response(to: problem, request), for: exchange)
    }
}

extension Duration {
    /// In nanoseconds; what does not fit is for ever.
    var timeAmount: TimeAmount {
        let (seconds, attoseconds) = components
        let (nanoseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, isStillTooLarge) = nanoseconds.addingReportingOverflow(
            attoseconds / 1_000_000_000)
        return .nanoseconds(overflow || isStillTooLarge ? .max : sum)
    }
}
