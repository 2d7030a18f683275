// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Dispatch
import Synchronization

/// Hands values from a thread, which may block, to a task, which may not; one ahead at most.
final class Handover<Value: Sendable>: Sendable {
    private struct State {
        var ready: Result<Value, any Error>?
        var taker: CheckedContinuation<Value, any Error>?
        var isClosed = false
    }

    private let state = Mutex(State())

    /// Room for the one value ahead.
    ///
    /// It starts at zero and is raised, since a semaphore that ends below its start is a trap.
    private let room = DispatchSemaphore(value: 0)

    init() { room.signal() }

    /// Waits until there is room, and puts a value there.
    ///
    /// - Returns: Whether anybody still wants more.
    func put(_ value: Value) -> Bool {
        room.wait()
        return offer(.success(value))
    }

    /// Puts an error in place of everything that would still come.
    func fail(_ error: any Error) {
        room.wait()
        _ = offer(.failure(error))
    }

    /// Waits for the next value.
    ///
    /// - Throws: The producer's error, or `CancellationError`.
    func take() async throws -> Value {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let ready: Result<Value, any Error>? = state.withLock { state in
                    if let ready = state.ready {
                        state.ready = nil
                        return ready
                    }
                    guard !state.isClosed, !Task.isCancelled else {
                        return .failure(CancellationError())
                    }
                    state.taker = continuation
                    return nil
                }
                guard let ready else { return }
                room.signal()
                continuation.resume(with: ready)
            }
        } onCancel: {
            close()
        }
    }

    /// Ends it: the producer is told at its next value, a waiting task at once.
    func close() {
        let taker = state.withLock { state in
            state.isClosed = true
            state.ready = nil
            defer { state.taker = nil }
            return state.taker
        }
        room.signal()
        taker?.resume(throwing: CancellationError())
    }

    private func offer(_ value: Result<Value, any Error>) -> Bool {
        let (taker, isOpen) = state.withLock { state in
            guard !state.isClosed else {
                return (nil as CheckedContinuation<Value, any Error>?, false)
            }
            guard let taker = state.taker else {
                state.ready = value
                return (nil, true)
            }
            state.taker = nil
            return (taker, true)
        }
        guard isOpen else {
            // Whoever else puts must not wait either.
            room.signal()
            return false
        }
        if let taker {
            room.signal()
            taker.resume(with: value)
        }
        return true
    }
}
