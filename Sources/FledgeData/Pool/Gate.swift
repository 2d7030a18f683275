// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// Lets so many tasks through at a time, first come, first served.
///
/// Unlike a lock, a place may be held across `await`, and unlike an actor it stays held there. A
/// wait is bounded, and a task that is cancelled leaves the line at once. Without a line `acquire`
/// costs one lock and never suspends.
package final class Gate: Sendable {
    struct State {
        var free: Int
        var line: [Waiter] = []
        var lastTicket = 0
        /// When the timer wakes next; nil while nobody waits.
        var timer: ContinuousClock.Instant?
        var acquired = 0
        var timeouts = 0
        var waitTime = Duration.zero
    }

    struct Waiter {
        let ticket: Int
        let since: ContinuousClock.Instant
        /// Nil for a wait without end.
        let deadline: ContinuousClock.Instant?
        let continuation: CheckedContinuation<Void, any Error>
    }

    /// How many may hold a place at a time.
    package let places: Int

    let timeout: Duration?
    let state: Mutex<State>

    /// Makes a gate that is open.
    ///
    /// - Parameters:
    ///   - places: At least one.
    ///   - timeout: How long a task waits at most; nil for as long as it takes.
    package init(places: Int, timeout: Duration?) {
        self.places = max(1, places)
        self.timeout = timeout
        self.state = Mutex(State(free: max(1, places)))
    }

    /// Waits for a place, which ``release()`` gives back.
    ///
    /// - Parameter patience: A longer wait than the usual one, for work that has time.
    /// - Throws: `CancellationError`, or ``DatabaseError`` with code `.timeout`. No place is held
    ///   then.
    package func acquire(patience: Duration = .zero) async throws {
        try Task.checkCancellation()
        let ticket: Int? = state.withLock { state in
            if state.takeIfFree() { return nil }
            state.lastTicket += 1
            return state.lastTicket
        }
        guard let ticket else { return }
        let limit = timeout.map { max($0, patience) }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enter(ticket, limit, continuation)
            }
        } onCancel: {
            leave(ticket)
        }
    }

    /// Gives a place back, to the first in the line if there is one.
    ///
    /// - Complexity: O(*n*) in the waiting tasks, for the shift of a small array.
    package func release() {
        let next: Waiter? = state.withLock { state in
            guard let next = state.line.first else {
                state.free += 1
                return nil
            }
            state.line.removeFirst()
            state.noteAcquired(since: next.since)
            return next
        }
        next?.continuation.resume()
    }

    /// Sends everybody away who waits, when waiting has no point any more.
    package func refuseWaiters(_ error: DatabaseError) {
        let line = state.withLock { state in
            defer { state.line = [] }
            return state.line
        }
        for waiter in line { waiter.continuation.resume(throwing: error) }
    }

    private func enter(
        _ ticket: Int, _ limit: Duration?, _ continuation: CheckedContinuation<Void, any Error>
    ) {
        enum Outcome { case entered, waiting, cancelled }
        let now = ContinuousClock.now
        let waiter = Waiter(
            ticket: ticket, since: now, deadline: limit.map { now + $0 }, continuation: continuation
        )
        let outcome: Outcome = state.withLock { state in
            // The cancellation handler may have run before there was a waiter to remove. Both take
            // this lock, so either it finds the waiter or the flag is seen here.
            if Task.isCancelled { return .cancelled }
            if state.takeIfFree() { return .entered }
            state.line.append(waiter)
            return .waiting
        }
        switch outcome {
        case .entered: continuation.resume()
        case .cancelled: continuation.resume(throwing: CancellationError())
        case .waiting: waiter.deadline.map(startTimer)
        }
    }

    private func leave(_ ticket: Int) {
        let waiter: Waiter? = state.withLock { state in
            guard let index = state.line.firstIndex(where: { $0.ticket == ticket }) else {
                return nil
            }
            return state.line.remove(at: index)
        }
        waiter?.continuation.resume(throwing: CancellationError())
    }
}

extension Gate.State {
    mutating func takeIfFree() -> Bool {
        guard free > 0 else { return false }
        free -= 1
        acquired += 1
        return true
    }

    mutating func noteAcquired(since: ContinuousClock.Instant) {
        acquired += 1
        waitTime += since.duration(to: .now)
    }
}
