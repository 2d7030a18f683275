// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation

/// Runs blocking work on a thread that may block, which those of Swift's pool may not.
func blocking<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
    }
}

/// Waits for a lock that another process holds: a time, or until the task is cancelled.
///
/// SQLite's own busy timeout would wait to its end for a client that has long hung up.
struct LockWait: Sendable {
    /// How long the current task waits at least: longer than a request should, when programs that
    /// start together take turns.
    @TaskLocal static var patience = Duration.zero

    private static let pause = Duration.milliseconds(5)

    private let timeout: Duration

    init(atMost timeout: Duration) {
        self.timeout = timeout
    }

    /// Called by SQLite on the connection's own thread, which may sleep, in the task that waits.
    ///
    /// - Parameter tries: How often it was called for this lock before.
    /// - Returns: Whether to try again; if not, the statement fails with `SQLITE_BUSY`.
    func shouldTryAgain(after tries: Int) -> Bool {
        let limit = max(timeout, Self.patience)
        guard Double(tries) < limit / Self.pause, !Task.isCancelled else { return false }
        Thread.sleep(forTimeInterval: Self.pause / .seconds(1))
        return true
    }
}
