// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Logging
import NIOCore
import Synchronization

/// Says in the log that requests are refused, at once and then at most once a second, with their
/// number: an overloaded server has no time for a line about each.
final class OverloadReport: Sendable {
    private struct State {
        var refused = 0
        /// Whether a line was written less than a second ago, and the next will follow by itself.
        var isPausing = false
    }

    private let bound: Int
    private let logger: Logger
    private let state = Mutex(State())

    private static let pause = TimeAmount.seconds(1)

    init(bound: Int, logger: Logger) {
        self.bound = bound
        self.logger = logger
    }

    /// Notes a refusal.
    ///
    /// - Parameter loop: Keeps the time.
    func refused(on loop: any EventLoop) {
        let isFirst = state.withLock { state in
            state.refused += 1
            defer { state.isPausing = true }
            return !state.isPausing
        }
        if isFirst { write(loop) }
    }

    private func write(_ loop: any EventLoop) {
        let count = state.withLock { state in
            defer { state.refused = 0 }
            state.isPausing = state.refused > 0
            return state.refused
        }
        guard count > 0 else { return }
        logger.warning(
            """
            Overloaded: \(count) requests were answered with 503, since \(bound) are in flight. If \
            the machine has room for more, raise Limits.requestsInFlight.
            """,
            metadata: ["refused": "\(count)"])
        loop.scheduleTask(in: Self.pause) { self.write(loop) }
    }
}
