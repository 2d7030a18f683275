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
        /// When the timer wakes next; nil while nobody waits.
        var timer: ContinuousClock.Instant?
        var acquired = 0
        var timeouts = 0
        var waitTime = Duration.zero
    }

    struct Waiter {
        let since: ContinuousClock.Instant
        /// Nil for a wait without end.
        let deadline: ContinuousClock.Instant?
        let visitor: any GateVisitor
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
        if state.withLock({ $0.takeIfFree() }) { return }
        let task = WaitingTask()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                task.continuation = continuation
                enter(task, patience: patience)
            }
        } onCancel: {
            task.cancel()
            leave(task)
        }
    }

    /// Lets a visitor in, now or when its turn comes.
    ///
    /// It hears of it once: by ``GateVisitor/enter()`` on the thread of whoever gave the place back, or by
    /// ``GateVisitor/refuse(_:)``.
    package func enter(_ visitor: any GateVisitor, patience: Duration = .zero) {
        enum Outcome { case entered, waiting(timer: ContinuousClock.Instant?), cancelled }
        let limit = timeout.map { max($0, patience) }
        let outcome: Outcome = state.withLock { state in
            // It may have been cancelled before it was in the line. Leaving takes this lock after the
            // visitor knows, so either it is found there or it says so here.
            if visitor.isCancelled { return .cancelled }
            if state.takeIfFree() { return .entered }
            let now = ContinuousClock.now
            let deadline = limit.map { now + $0 }
            state.line.append(Waiter(since: now, deadline: deadline, visitor: visitor))
            return .waiting(timer: deadline.flatMap { state.setTimer(for: $0) })
        }
        switch outcome {
        case .entered: if !visitor.enter() { release() }
        case .cancelled: visitor.refuse(CancellationError())
        case .waiting(let timer): timer.map(startTimer)
        }
    }

    /// Sends a visitor away who waits and was cancelled.
    package func leave(_ visitor: any GateVisitor) {
        let isWaiting = state.withLock { state in
            guard let index = state.line.firstIndex(where: { $0.visitor === visitor }) else {
                return false
            }
            state.line.remove(at: index)
            return true
        }
        if isWaiting { visitor.refuse(CancellationError()) }
    }

    /// Gives a place back, to the first in the line if there is one.
    ///
    /// - Complexity: O(*n*) in the waiting tasks, for the shift of a small array.
    package func release() {
        while true {
            let next: Waiter? = state.withLock { state in
                guard let next = state.line.first else {
                    state.free += 1
                    return nil
                }
                state.line.removeFirst()
                state.noteAcquired(since: next.since)
                return next
            }
            guard let next, !next.visitor.enter() else { return }
        }
    }

    /// Sends everybody away who waits, when waiting has no point any more.
    package func refuseWaiters(_ error: DatabaseError) {
        let line = state.withLock { state in
            defer { state.line = [] }
            return state.line
        }
        for waiter in line { waiter.visitor.refuse(error) }
    }
}

extension Gate.State {
    mutating func takeIfFree() -> Bool {
        guard free > 0 else { return false }
        free -= 1
        acquired += 1
        return true
    }

    /// - Returns: The deadline, if a timer has to be started for it.
    mutating func setTimer(for deadline: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        if let timer, timer <= deadline { return nil }
        timer = deadline
        return deadline
    }

    mutating func noteAcquired(since: ContinuousClock.Instant) {
        acquired += 1
        waitTime += since.duration(to: .now)
    }
}
