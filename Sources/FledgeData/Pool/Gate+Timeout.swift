// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

extension Gate {
    /// Sees to it that somebody wakes at a deadline.
    ///
    /// One task sleeps for the whole line, until the next deadline in it. Only a line costs one.
    func startTimer(for deadline: ContinuousClock.Instant) {
        Task { [weak self] in
            var next = deadline
            while true {
                try? await Task.sleep(until: next, clock: .continuous)
                // A timer for an earlier deadline has taken over, or nobody waits.
                guard let later = self?.expire(at: next) else { return }
                next = later
            }
        }
    }

    /// Sends away those who have waited long enough.
    ///
    /// - Returns: The next deadline, if the caller is the timer for it.
    private func expire(at due: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        var late: [Waiter] = []
        let next: ContinuousClock.Instant? = state.withLock { state in
            guard state.timer == due else { return nil }
            let now = ContinuousClock.now
            late = state.line.filter { $0.isLate(at: now) }
            state.line.removeAll { $0.isLate(at: now) }
            state.timeouts += late.count
            for waiter in late { state.waitTime += waiter.since.duration(to: now) }
            state.timer = state.line.compactMap(\.deadline).min()
            return state.timer
        }
        for waiter in late {
            waiter.visitor.refuse(Self.timedOut(after: waiter.limit, places))
        }
        return next
    }

    private static func timedOut(after limit: Duration, _ places: Int) -> DatabaseError {
        let connections = places == 1 ? "The connection" : "All \(places) connections"
        return DatabaseError(
            .timeout,
            "\(connections) stayed in use for the \(limit) that a call waits. Keep transactions "
                + "short, wait for nothing else inside them, or allow more connections.")
    }
}

extension Gate.Waiter {
    fileprivate var limit: Duration { since.duration(to: deadline ?? since) }

    fileprivate func isLate(at now: ContinuousClock.Instant) -> Bool {
        deadline.map { $0 <= now } ?? false
    }
}
