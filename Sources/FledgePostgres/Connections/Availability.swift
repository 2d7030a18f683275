// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import FledgeData
import Synchronization

/// What is known about whether the server can be reached.
///
/// When a connection cannot be opened, nobody else tries for a moment: all calls that need a new
/// one fail at once with the same reason. Then one call tries for all of them.
final class Availability: Sendable {
    /// So short that the pool is back within two seconds of the server.
    private static let longestPause = Duration.seconds(1)
    private static let firstPause = Duration.milliseconds(50)

    private struct Outage {
        var reason: DatabaseError
        var failures: Int
        var nextTry: ContinuousClock.Instant
        var isTrying = false
    }

    private let outage = Mutex<Outage?>(nil)

    /// Runs an attempt to connect, unless the server is known to be away; a failure is told to
    /// `onOutage`, too.
    func attempt<T>(
        _ connect: () async throws -> T, onOutage: (DatabaseError) -> Void
    ) async throws -> T {
        try checkIn()
        do {
            let connection = try await connect()
            outage.withLock { $0 = nil }
            return connection
        } catch let error as DatabaseError {
            note(error)
            onOutage(error)
            throw error
        } catch {
            // A cancelled attempt says nothing about the server.
            outage.withLock { $0?.isTrying = false }
            throw error
        }
    }

    private func checkIn() throws {
        try outage.withLock { outage in
            guard let current = outage else { return }
            guard !current.isTrying, .now >= current.nextTry else { throw current.reason }
            outage?.isTrying = true
        }
    }

    private func note(_ reason: DatabaseError) {
        outage.withLock { outage in
            let failures = (outage?.failures ?? 0) + 1
            let pause = min(Self.longestPause, Self.firstPause * (1 << min(failures, 8)))
            outage = Outage(
                reason: reason, failures: failures,
                nextTry: .now + pause * Double.random(in: 0.5...1))
        }
    }
}
#endif
