// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import Logging
import NIOCore

extension Connection {
    /// After so many bytes the loop turns to its other connections: a producer whose client is fast
    /// would never have to wait otherwise.
    private static let turn = 256 * 1024

    /// Sends a body piece by piece, from a task of its own.
    ///
    /// The head goes out with the first piece: a body that fails before is still answered as an error.
    func stream(_ response: Response, _ head: ResponseHead, _ exchange: Exchange) {
        exchange.held = HeldAnswer(head: head, response: response)
        exchange.framer = BodyFramer(head.framing)
        let body = response.body
        let writer = BodyWriter { piece in
            try await withCheckedThrowingContinuation { continuation in
                self.onLoop { self.write(piece, of: exchange, then: continuation) }
            }
        }
        exchange.task = Task(executorPreference: executor(for: exchange)) {
            do {
                try await body.write(to: writer)
                self.onLoop { self.streamEnded(exchange) }
            } catch {
                self.onLoop { self.streamFailed(error, exchange) }
            }
        }
    }

    private func sendHead(_ exchange: Exchange) {
        guard let held = exchange.held.take() else { return }
        held.head.write(held.response, to: &out, date: home.dateLine)
    }

    private func write(
        _ piece: ByteBuffer, of exchange: Exchange,
        then continuation: CheckedContinuation<Void, any Error>
    ) {
        guard phase == .open, self.exchange === exchange, exchange.answer == .started else {
            return continuation.resume(throwing: CancellationError())
        }
        do {
            // `BodyWriter.start` writes a piece without bytes.
            if piece.readableBytes == 0 { sendHead(exchange) }
            try exchange.framer.frame(piece) {
                sendHead(exchange)
                write($0)
            }
        } catch {
            return continuation.resume(throwing: error)
        }
        if !isReading { flush() }
        // The flush may have found that the client has gone.
        guard phase == .open, self.exchange === exchange else {
            return continuation.resume(throwing: CancellationError())
        }
        exchange.writtenInTurn += piece.readableBytes
        guard isWritable else {
            return exchange.writers.append(continuation)
        }
        guard exchange.writtenInTurn >= Self.turn else { return continuation.resume() }
        exchange.writtenInTurn = 0
        home.loop.execute { continuation.resume() }
    }

    private func streamEnded(_ exchange: Exchange) {
        guard phase == .open, self.exchange === exchange, exchange.answer == .started else {
            return
        }
        do {
            let end = try exchange.framer.end()
            sendHead(exchange)
            if let end { out.write(end) }
            finishAnswer(exchange)
        } catch {
            streamFailed(error, exchange)
        }
    }

    /// Once the status has been sent, the only way to say that the body is not whole is to cut it off.
    private func streamFailed(_ error: any Error, _ exchange: Exchange) {
        guard phase == .open, self.exchange === exchange else { return }
        if let held = exchange.held.take() {
            exchange.answer = .pending
            let request = exchange.request
            return deliver(
                ErrorResponder.response(to: error, insteadOf: held.response, request),
                for: exchange)
        }
        // Cancelled because the client has gone: nobody's fault.
        if !(error is CancellationError) {
            exchange.request.logger.error(
                "A response body failed half way; the connection was cut off",
                metadata: [
                    "error": "\(String(reflecting: error))",
                    "route": "\(exchange.request.matchedRoute?.pattern ?? "-")",
                ])
        }
        // What was written before the error may be of use to whoever looks into it.
        flush()
        cut()
    }

    /// The client has taken what was written.
    func resumeWriters() {
        guard let exchange, !exchange.writers.isEmpty else { return }
        let writers = exchange.writers
        exchange.writers = []
        for writer in writers { writer.resume() }
    }
}
