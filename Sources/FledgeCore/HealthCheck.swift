// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// Runs the check of `App.health`: one at a time, for everybody who asks, and not for ever.
///
/// A check may ignore its cancellation. Until it has returned no other is begun, so that checks that
/// hang do not pile up, and who asks meanwhile is told at once that it is overdue.
///
///     idle ──run──► running ──passed, failed, time is up──► ended ──check returned──► idle
final class HealthCheck: Sendable {
    private typealias Outcome = Result<Void, any Error>
    private typealias Waiter = CheckedContinuation<Void, any Error>

    private enum State {
        case idle
        case running([Waiter])
        case ended(Outcome)
    }

    private let check: @Sendable () async throws -> Void
    private let timeLimit: Duration
    /// Stands for `Task.sleep`, so that a test need not wait.
    private let sleep: @Sendable (Duration) async throws -> Void
    private let state = Mutex(State.idle)

    init(
        timeLimit: Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void = {
            try await Task.sleep(for: $0)
        },
        _ check: @escaping @Sendable () async throws -> Void
    ) {
        self.timeLimit = timeLimit
        self.sleep = sleep
        self.check = check
    }

    /// Returns when the check that is running has passed, or else a new one.
    ///
    /// - Throws: What the check throws; ``Overdue`` when it takes too long.
    func run() async throws {
        try await withCheckedThrowingContinuation { (waiter: Waiter) in
            if join(waiter) { Task { await perform() } }
        }
    }

    /// - Returns: Whether a check must be begun.
    private func join(_ waiter: Waiter) -> Bool {
        state.withLock { state in
            switch state {
            case .idle:
                state = .running([waiter])
                return true
            case .running(let waiters):
                state = .running(waiters + [waiter])
            case .ended(let outcome):
                waiter.resume(with: outcome)
            }
            return false
        }
    }

    private func perform() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await self.check()
                    self.end(.success(()))
                } catch {
                    self.end(.failure(error))
                }
            }
            group.addTask {
                guard (try? await self.sleep(self.timeLimit)) != nil else { return }
                self.end(.failure(Overdue(timeLimit: self.timeLimit)))
            }
            await group.next()
            // The group waits for the other one all the same.
            group.cancelAll()
        }
        state.withLock { $0 = .idle }
    }

    private func end(_ outcome: Outcome) {
        let waiters: [Waiter] = state.withLock { state in
            guard case .running(let waiters) = state else { return [] }
            state = .ended(outcome)
            return waiters
        }
        for waiter in waiters { waiter.resume(with: outcome) }
    }

    /// A check that took too long.
    struct Overdue: Error, CustomStringConvertible {
        let timeLimit: Duration
        var description: String {
            """
            The check of 'health' had not returned after \(timeLimit). Look at what it waits for, or \
            give it another timeLimit.
            """
        }
    }
}
