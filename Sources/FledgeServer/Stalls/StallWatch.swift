// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import Logging
import Synchronization

/// Finds handlers that block their event loop, and says which (in development only).
///
/// While one handler blocks, every connection of its loop waits. A block that ends is reported with
/// its length; one that does not end is reported while it lasts, by a task that looks from outside:
///
///     loop:      begin ─────────── 230 ms ──► end: report
///     loop:      begin ────────────────────────────────────────────►  (never ends)
///     watchman:     look … look … look … 1 s: report
///
/// One for each loop. In production there is none, and asking for it is one branch.
final class StallWatch: Sendable {
    struct Thresholds {
        /// From here on a block is reported.
        var block = Duration.milliseconds(100)
        /// From here on it is reported before it has ended.
        var patience = Duration.seconds(1)
        /// How often the watchman looks.
        var round = Duration.milliseconds(50)
    }

    private struct Turn {
        let request: Request
        let since: ContinuousClock.Instant
        var isReported = false
    }

    private struct State {
        var turn: Turn?
        var hasWatchman = false
        /// Whether something ran since the watchman looked.
        var isBusy = false
    }

    private let logger: Logger
    private let thresholds: Thresholds
    private let state = Mutex(State())

    /// - Returns: `nil` except in development.
    init?(_ app: BuiltApp, thresholds: Thresholds = Thresholds()) {
        guard app.context.mode == .development else { return nil }
        logger = app.context.logger
        self.thresholds = thresholds
    }

    /// Watches `work`, which runs on the loop for a request.
    func during<Result>(_ request: Request, _ work: () -> Result) -> Result {
        begin(request)
        defer { end() }
        return work()
    }

    private func begin(_ request: Request) {
        let needsWatchman = state.withLock { state in
            state.turn = Turn(request: request, since: .now)
            state.isBusy = true
            defer { state.hasWatchman = true }
            return !state.hasWatchman
        }
        // On the threads of Swift, which a blocked loop is none of.
        if needsWatchman { Task { await watch() } }
    }

    private func end() {
        let turn = state.withLock { $0.turn.take() }
        guard let turn, !turn.isReported else { return }
        let time = turn.since.duration(to: .now)
        if time >= thresholds.block { report(turn.request, "blocked its event loop for", time) }
    }

    /// Looks until nothing has run for a round.
    private func watch() async {
        while isNeeded() {
            try? await Task.sleep(for: thresholds.round)
            lookForEndlessTurn()
        }
    }

    private func isNeeded() -> Bool {
        state.withLock { state in
            defer { state.isBusy = false }
            state.hasWatchman = state.isBusy || state.turn != nil
            return state.hasWatchman
        }
    }

    private func lookForEndlessTurn() {
        let found: (Request, Duration)? = state.withLock { state in
            guard let turn = state.turn, !turn.isReported else { return nil }
            let time = turn.since.duration(to: .now)
            guard time >= thresholds.patience else { return nil }
            state.turn?.isReported = true
            return (turn.request, time)
        }
        if let (request, time) = found {
            report(request, "has not given its event loop back for", time)
        }
    }

    private func report(_ request: Request, _ what: String, _ time: Duration) {
        let route = request.matchedRoute?.pattern ?? request.path
        let milliseconds =
            time.components.seconds * 1_000
            + time.components.attoseconds / 1_000_000_000_000_000
        logger.warning(
            """
            \(request.method.rawValue) \(route) \(what) \(milliseconds) ms; all connections of the \
            loop wait meanwhile. Await what takes long, or move it off the loop: 'try await \
            withTaskExecutorPreference(globalConcurrentExecutor) { try work() }'. Marking the \
            function '@concurrent' is not enough.
            """,
            metadata: ["request-id": "\(request.id)", "route": "\(route)"])
    }
}
