// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore

extension Connection {
    /// The client has shut down its sending side, or has gone: the two look the same from here.
    ///
    /// What has been received completely is still answered, so a client may half-close. But a
    /// handler that runs on gets little time, since nobody may be there to read its answer.
    ///
    /// TCP tells of the end behind all bytes before it. Where a handler leaves so much of a body unread
    /// that the kernel's buffers are full (some hundred KiB), the end cannot be seen before it reads on.
    func inputEnded() {
        guard !inputClosed else { return }
        inputClosed = true
        switch phase {
        case .open:
            if let exchange { cancelAfterGrace(exchange) }
            advance()
        case .lingering:
            if linger != nil { cut() }
        case .closed:
            break
        }
    }

    private static let hangUpGrace = TimeAmount.milliseconds(50)

    func cancelAfterGrace(_ exchange: Exchange) {
        guard exchange.task != nil else { return }
        home.loop.scheduleTask(in: Self.hangUpGrace) {
            if self.exchange === exchange { exchange.task?.cancel() }
        }
    }

    /// The server stops: the answer that is on its way is the last one, and an idle connection gets
    /// a moment for a request that may be on its way, since nobody could repeat it safely.
    func drain() {
        guard phase == .open, exchange == nil else { return }
        // Who has not even begun to talk has sent nothing that could be lost.
        if isHandshaking { return cut() }
        drainAt = drainAt ?? .now() + Self.drainGrace
    }

    /// TLS is ready: from here on the connection waits for a request, like any other.
    func handshakeEnded() {
        isHandshaking = false
        idleSince = home.now
    }

    private static let drainGrace = TimeAmount.milliseconds(250)

    /// Sends what is left, says that nothing more comes, and waits for the client to close.
    ///
    /// - Parameter lingers: Whether the client may still be sending. If not, there is nothing to
    ///   wait for.
    func closeAfterFlush(lingers: Bool = true) {
        guard phase == .open, let wire else { return }
        leave(.lingering)
        if out.count > 0 { wire.write(out.takeBuffer()) }
        wire.flush { self.outputFlushed(lingers) }
        if linger == nil { stall = Stall(since: home.now, pending: pendingBytes) }
    }

    private static let lingerTime = TimeAmount.seconds(2)
    private static let lingerBytes = 256 * 1024

    private func outputFlushed(_ lingers: Bool) {
        guard phase == .lingering, let wire else { return }
        stall = nil
        if inputClosed || !lingers { return closeNow() }
        linger = Linger(until: .now() + Self.lingerTime, discardable: Self.lingerBytes)
        wire.closeOutput(then: nil)
        wire.read()
    }

    /// Closes; over TLS after a word that nothing was cut off (RFC 8446, 6.1).
    private func closeNow() {
        guard let wire, wire.isSecure else { return cut() }
        linger = Linger(until: .now() + Self.lingerTime, discardable: 0)
        // Not at once: this is called in the middle of a flush, which would leave the word behind.
        home.loop.execute {
            guard let wire = self.wire else { return self.cut() }
            wire.closeOutput { self.cut() }
        }
    }

    func discard(_ count: Int) {
        guard linger != nil else { return }
        linger?.discardable -= count
    }

    /// Whether a client that goes on sending after its last answer is still read.
    ///
    /// Beyond the bound it is not cut off: a reset would reach it before it has read the answer, which
    /// its kernel then throws away. Its own buffers fill instead, it has to wait, and it can
    /// read until the time is over.
    var discardsInput: Bool {
        guard let linger else { return true }
        return linger.discardable > 0
    }

    /// Closes at once and drops what was not sent.
    func cut() {
        guard phase != .closed else { return }
        end()
        wire?.close()
    }

    /// Ends whatever runs.
    ///
    /// Idempotent: it is called by whoever notices first.
    func end() {
        leave(.closed)
        out.release()
    }

    private func leave(_ next: Phase) {
        guard phase != .closed else { return }
        phase = next
        exchange?.abandon()
        exchange = nil
        endRest()
    }
}
