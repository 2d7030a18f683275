// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A clock that stands still until the test moves it.
///
///     @Test(.clock(at: "2026-01-31T09:30:00Z"))
///     func `a reservation ends after an hour`() async throws {
///         let clock = TestClock.current
///         let shop = Reservations(clock: clock, now: { clock.date })
///         …
///         await clock.sleepers()                    // it waits for the hour to pass
///         clock.advance(by: .seconds(3600))         // no real time does
///     }
///
/// Give it to what is tested: a service that takes `any Clock<Duration>` sleeps on it, and one that
/// takes `now: @Sendable () -> Date` reads ``date``. Nothing in a server changes; its own deadlines
/// are real.
public final class TestClock: Clock, Sendable {
    /// A point in time of the clock.
    public struct Instant: InstantProtocol {
        /// The time since the clock began.
        public let offset: Duration

        /// The point that is `duration` later.
        public func advanced(by duration: Duration) -> Instant {
            Instant(offset: offset + duration)
        }

        /// The time from here to `other`.
        public func duration(to other: Instant) -> Duration { other.offset - offset }

        /// Whether `left` is before `right`.
        public static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct Sleeper {
        let id: Int
        let deadline: Instant
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct Watcher {
        let id: Int
        let count: Int
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Instant(offset: .zero)
        var lastID = 0
        /// In the order in which they wake.
        var sleepers: [Sleeper] = []
        var watchers: [Watcher] = []
        /// Cancelled before they lay down.
        var cancelled: Set<Int> = []
    }

    private let begin: Date
    private let state = Mutex(State())

    /// Creates a clock.
    ///
    /// - Parameter begin: The date that it shows at first.
    public init(at begin: Date) {
        self.begin = begin
    }

    /// The point in time that it shows.
    public var now: Instant { state.withLock { $0.now } }

    /// Zero: it is never late.
    public var minimumResolution: Duration { .zero }

    /// The date that it shows.
    public var date: Date {
        let (seconds, attoseconds) = now.offset.components
        return begin + (TimeInterval(seconds) + TimeInterval(attoseconds) / 1e18)
    }

    /// Moves on, and wakes who sleeps no longer than until then: in the order of their deadlines, and
    /// those of one deadline in the order in which they lay down.
    ///
    /// Does not wait for what they do then. Who lies down again sleeps from the new time on: to see
    /// each round of a loop that sleeps a second, move a second at a time and wait for ``sleepers(_:)``
    /// in between.
    ///
    /// - Parameter duration: How far; below zero is taken for zero.
    public func advance(by duration: Duration) {
        let woken = state.withLock { state in
            state.now = state.now.advanced(by: max(duration, .zero))
            let now = state.now
            let count = state.sleepers.prefix { $0.deadline <= now }.count
            defer { state.sleepers.removeFirst(count) }
            return state.sleepers.prefix(count)
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }

    /// Returns when at least `count` tasks sleep on the clock.
    ///
    /// What is tested may run in a task of its own; this is how a test knows that it has come to where
    /// it sleeps.
    ///
    /// - Throws: `CancellationError` when the task of the test is cancelled, as by a time limit.
    public func sleepers(_ count: Int = 1) async throws {
        try await wait { state, id, continuation in
            guard state.sleepers.count < count else { return false }
            state.watchers.append(Watcher(id: id, count: count, continuation: continuation))
            return true
        }
    }

    /// Sleeps until the test has moved the clock to `deadline`.
    ///
    /// - Throws: `CancellationError` when the task is cancelled.
    public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
        try await wait { state, id, continuation in
            guard deadline > state.now else { return false }
            let sleeper = Sleeper(id: id, deadline: deadline, continuation: continuation)
            let place = state.sleepers.firstIndex { $0.deadline > deadline }
            state.sleepers.insert(sleeper, at: place ?? state.sleepers.endIndex)
            return true
        }
    }

    /// Waits until somebody resumes, or the task is cancelled.
    ///
    /// `enter` puts the continuation where it is found again, or gives false to go on at once.
    private func wait(
        _ enter: @Sendable (inout State, Int, CheckedContinuation<Void, any Error>) -> Bool
    ) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                begin(id, continuation, enter)
            }
        } onCancel: {
            cancel(id)
        }
        state.withLock { _ = $0.cancelled.remove(id) }
    }

    private func begin(
        _ id: Int, _ continuation: CheckedContinuation<Void, any Error>,
        _ enter: (inout State, Int, CheckedContinuation<Void, any Error>) -> Bool
    ) {
        let (entered, cancelled, watchers) = state.withLock { state in
            if state.cancelled.remove(id) != nil { return (false, true, [] as [Watcher]) }
            let entered = enter(&state, id, continuation)
            let count = state.sleepers.count
            let watchers = state.watchers.filter { $0.count <= count }
            state.watchers.removeAll { $0.count <= count }
            return (entered, false, watchers)
        }
        if cancelled {
            continuation.resume(throwing: CancellationError())
        } else if !entered {
            continuation.resume()
        }
        for watcher in watchers { watcher.continuation.resume() }
    }

    private func cancel(_ id: Int) {
        let continuation = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            if let index = state.sleepers.firstIndex(where: { $0.id == id }) {
                return state.sleepers.remove(at: index).continuation
            }
            if let index = state.watchers.firstIndex(where: { $0.id == id }) {
                return state.watchers.remove(at: index).continuation
            }
            state.cancelled.insert(id)
            return nil
        }
        continuation?.resume(throwing: CancellationError())
    }
}
