// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import Synchronization

/// Turns a body that writes itself (a producer closure, a file) into one that is asked for pieces.
///
/// A task runs the producer and hands over one piece at a time: `write` waits until its piece has
/// been taken, so each writer is at most one piece ahead. The task ends with the body, or is
/// cancelled when the reader lets go or is cancelled itself.
///
///     producer: write ──────────► wait ─────► write …
///     reader:            next ◄── take        next …
final class ProducedBody: BodySource {
    private let exchange = Exchange()

    init(_ body: Body) {
        let exchange = exchange
        exchange.start {
            // A piece without bytes says that the response begins; who reads has begun already.
            let writer = BodyWriter { if $0.readableBytes > 0 { try await exchange.offer($0) } }
            do {
                try await body.write(to: writer)
                exchange.finish(.success(()))
            } catch {
                exchange.finish(.failure(error))
            }
        }
    }

    deinit { exchange.abandon() }

    func next() async throws -> ByteBuffer? {
        try await exchange.take()
    }
}

/// Where the producer's task and the reader meet.
///
/// An object of its own, so that the task does not keep the reader's side alive. Every continuation
/// is resumed by whoever takes it out of the state, exactly once: by the other side, or by
/// `abandon`, after which none is put in.
private final class Exchange: Sendable {
    struct Offer {
        var piece: ByteBuffer
        var writer: CheckedContinuation<Void, Never>
    }

    struct State {
        /// One for a producer that writes in order; more when it writes from several tasks.
        var offers: [Offer] = []
        var end: Result<Void, any Error>?
        var readers: [CheckedContinuation<Void, Never>] = []
        var task: Task<Void, Never>?
        var isAbandoned = false
    }

    private let state = Mutex(State())

    func start(_ work: @escaping @Sendable () async -> Void) {
        let task = Task { await work() }
        state.withLock { $0.task = task }
    }

    // MARK: The producer's side

    func offer(_ piece: ByteBuffer) async throws {
        await withCheckedContinuation { continuation in
            let readers = state.withLock { state -> [CheckedContinuation<Void, Never>] in
                // Nobody will ever take it: go on at once, and throw below.
                if state.isAbandoned { return [continuation] }
                state.offers.append(Offer(piece: piece, writer: continuation))
                return state.takeReaders()
            }
            for reader in readers { reader.resume() }
        }
        if state.withLock({ $0.isAbandoned }) { throw CancellationError() }
        try Task.checkCancellation()
    }

    func finish(_ result: Result<Void, any Error>) {
        let readers = state.withLock { state in
            state.end = result
            return state.takeReaders()
        }
        for reader in readers { reader.resume() }
    }

    // MARK: The reader's side

    func take() async throws -> ByteBuffer? {
        try await withTaskCancellationHandler {
            while true {
                if let offer = state.withLock({ $0.takeOffer() }) {
                    offer.writer.resume()
                    return offer.piece
                }
                let (end, isAbandoned) = state.withLock { ($0.end, $0.isAbandoned) }
                if isAbandoned { throw CancellationError() }
                if let end {
                    try end.get()
                    return nil
                }
                await waitForProducer()
            }
        } onCancel: {
            abandon()
        }
    }

    private func waitForProducer() async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                guard state.offers.isEmpty, state.end == nil, !state.isAbandoned else {
                    return true
                }
                state.readers.append(continuation)
                return false
            }
            if isReady { continuation.resume() }
        }
    }

    /// Lets everybody go who waits, and stops the producer.
    func abandon() {
        let (task, waiting) = state.withLock { state in
            state.isAbandoned = true
            defer { state.offers = [] }
            return (state.task.take(), state.takeReaders() + state.offers.map(\.writer))
        }
        task?.cancel()
        for continuation in waiting { continuation.resume() }
    }
}

extension Exchange.State {
    fileprivate mutating func takeReaders() -> [CheckedContinuation<Void, Never>] {
        defer { readers = [] }
        return readers
    }

    fileprivate mutating func takeOffer() -> Exchange.Offer? {
        offers.isEmpty ? nil : offers.removeFirst()
    }
}
