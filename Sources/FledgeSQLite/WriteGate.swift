// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// Lets one task at a time through, first come, first served.
///
/// Unlike a lock it may be held across `await`, and unlike an actor it stays held there. A task
/// that is cancelled while it waits leaves the queue at once.
final class WriteGate: Sendable {
    private struct State {
        var isHeld = false
        var waiters: [Waiter] = []
        var nextTicket = 0
    }

    private struct Waiter {
        let ticket: Int
        let continuation: CheckedContinuation<Void, any Error>
    }

    private let state = Mutex(State())

    /// Waits for its turn.
    ///
    /// - Throws: `CancellationError`; the gate is not held then.
    func acquire() async throws {
        try Task.checkCancellation()
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enter(Waiter(ticket: ticket, continuation: continuation))
            }
        } onCancel: {
            leave(ticket)
        }
    }

    /// Lets the next one in.
    ///
    /// - Complexity: O(*n*) in the waiting tasks, for the shift of a small array.
    func release() {
        let next: Waiter? = state.withLock { state in
            if state.waiters.isEmpty {
                state.isHeld = false
                return nil
            }
            return state.waiters.removeFirst()
        }
        next?.continuation.resume()
    }

    private func enter(_ waiter: Waiter) {
        enum Outcome { case entered, waiting, cancelled }
        let outcome: Outcome = state.withLock { state in
            // The cancellation handler may have run before there was a waiter to remove. Both take
            // this lock, so either it finds the waiter or the flag is seen here.
            if Task.isCancelled { return .cancelled }
            if state.isHeld {
                state.waiters.append(waiter)
                return .waiting
            }
            state.isHeld = true
            return .entered
        }
        switch outcome {
        case .entered: waiter.continuation.resume()
        case .cancelled: waiter.continuation.resume(throwing: CancellationError())
        case .waiting: break
        }
    }

    private func leave(_ ticket: Int) {
        let waiter: Waiter? = state.withLock { state in
            guard let index = state.waiters.firstIndex(where: { $0.ticket == ticket }) else {
                return nil
            }
            return state.waiters.remove(at: index)
        }
        waiter?.continuation.resume(throwing: CancellationError())
    }
}
