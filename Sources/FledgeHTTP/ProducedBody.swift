// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import Synchronization

/// Turns a body that writes itself (a producer closure, a file) into one that is asked for pieces.
///
/// A task runs the producer and hands over one piece at a time: the producer waits until the piece
/// before has been taken, so at most one is held. The task ends with the body, or is cancelled when
/// the reader lets go.
///
///     producer: write ──────────► wait ─────► write …
///     reader:            next ◄── take        next …
final class ProducedBody: BodySource {
    private struct State {
        var piece: ByteBuffer?
        var end: Result<Void, any Error>?
        var reader: CheckedContinuation<Void, Never>?
        var producer: CheckedContinuation<Void, Never>?
        var task: Task<Void, Never>?
        var isAbandoned = false
    }

    /// A box of its own, so that the task does not keep the reader's side alive.
    private final class Exchange: Sendable {
        let state = Mutex(State())

        func offer(_ piece: ByteBuffer) async throws {
            await withCheckedContinuation { continuation in
                let reader = state.withLock { state in
                    if state.isAbandoned {
                        continuation.resume()
                    } else {
                        state.piece = piece
                        state.producer = continuation
                    }
                    return state.reader.take()
                }
                reader?.resume()
            }
            try Task.checkCancellation()
        }

        func finish(_ result: Result<Void, any Error>) {
            state.withLock { state in
                state.end = result
                return state.reader.take()
            }?.resume()
        }

        func take() async throws -> ByteBuffer? {
            while true {
                let (piece, producer, end) = state.withLock { state in
                    (state.piece.take(), state.producer.take(), state.end)
                }
                producer?.resume()
                if let piece { return piece }
                if let end {
                    try end.get()
                    return nil
                }
                await waitForProducer()
            }
        }

        private func waitForProducer() async {
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if state.piece != nil || state.end != nil { return true }
                    state.reader = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        }
    }

    private let exchange = Exchange()

    init(_ body: Body) {
        let exchange = exchange
        let task = Task {
            let writer = BodyWriter { try await exchange.offer($0) }
            do {
                try await body.write(to: writer)
                exchange.finish(.success(()))
            } catch {
                exchange.finish(.failure(error))
            }
        }
        exchange.state.withLock { $0.task = task }
    }

    deinit {
        let (task, producer) = exchange.state.withLock { state in
            state.isAbandoned = true
            return (state.task.take(), state.producer.take())
        }
        task?.cancel()
        producer?.resume()
    }

    func next() async throws -> ByteBuffer? {
        try await exchange.take()
    }
}
