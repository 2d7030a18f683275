// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import Synchronization

/// What the proxy asks who answers a request, and what `fledge dev` tells about each change.
///
/// Safe to use from all threads.
final class Backend: Sendable {
    /// A running build, and how many requests it is answering.
    final class Target: Sendable {
        let port: Int
        private let state = Mutex(
            (running: 0, isRetired: false, onIdle: [AsyncStream<Void>.Continuation]()))

        private let answered = Atomic(false)

        init(port: Int) {
            self.port = port
        }

        /// Whether it has answered a request: one that dies before is not worth starting again.
        var hasAnswered: Bool { answered.load(ordering: .relaxed) }

        func noteAnswer() { answered.store(true, ordering: .relaxed) }

        func begin() { state.withLock { $0.running += 1 } }

        func end() {
            let idle = state.withLock { state in
                state.running -= 1
                guard state.running == 0 else { return [AsyncStream<Void>.Continuation]() }
                defer { state.onIdle = [] }
                return state.onIdle
            }
            for signal in idle { signal.finish() }
        }

        /// Whether another build has taken its place: streams that would never end are ended, so
        /// that the browser asks again and gets the new one.
        var isRetired: Bool { state.withLock { $0.isRetired } }

        fileprivate func retire() { state.withLock { $0.isRetired = true } }

        /// Returns when it answers no request, or when that takes too long.
        func waitUntilIdle(atMost patience: Duration) async {
            let (idle, signal) = AsyncStream.makeStream(of: Void.self)
            let timer = Task {
                try await Task.sleep(for: patience)
                signal.finish()
            }
            state.withLock { state in
                if state.running == 0 { signal.finish() } else { state.onIdle.append(signal) }
            }
            for await _ in idle {}
            timer.cancel()
        }
    }

    /// Who answers.
    enum Decision: Sendable {
        /// That build; `end()` it when the answer is through.
        case forward(Target)
        /// The proxy, with a page that waits for the first build.
        case building
        /// The proxy, with the errors.
        case failure(BuildFailure)
        /// Nobody yet: ask again after this.
        case wait(EventLoopFuture<Void>)
    }

    private struct State {
        var target: Target?
        /// Whether a build is about to take over, or the first one is being made.
        var isChanging = true
        /// Whether there has been a build: a first one takes minutes, which nobody waits for without
        /// being told.
        var hasServed = false
        var failure: BuildFailure?
        var version = 1
        var waiting: [EventLoopPromise<Void>] = []
        var watchers: [Int: @Sendable (Int) -> Void] = [:]
        var lastWatcher = 0
    }

    private let state = Mutex(State())

    /// Decides about a request.
    ///
    /// - Parameters:
    ///   - isPage: Whether a browser wants to show the answer to a person.
    ///   - eventLoop: Where to wait, if need be.
    /// - Returns: Who answers it.
    func decide(isPage: Bool, on eventLoop: any EventLoop) -> Decision {
        state.withLock { state in
            if !state.isChanging {
                if let failure = state.failure, isPage || state.target == nil {
                    return .failure(failure)
                }
                if let target = state.target {
                    // Counted here, under the lock: after a change nobody new comes to the old one.
                    target.begin()
                    return .forward(target)
                }
            }
            if isPage, !state.hasServed { return .building }
            let promise = eventLoop.makePromise(of: Void.self)
            state.waiting.append(promise)
            return .wait(promise.futureResult)
        }
    }

    /// From now on requests wait.
    func beginChange() { change { $0.isChanging = true } }

    /// From now on that build answers.
    ///
    /// - Returns: The one before.
    @discardableResult
    func serve(_ target: Target) -> Target? {
        change { state in
            let old = state.target
            state.target = target
            state.isChanging = false
            state.hasServed = true
            state.failure = nil
            state.version += 1
            old?.retire()
            return old
        }
    }

    /// There is no new build: pages show why, and the old one, if there is one, answers the rest.
    func fail(_ failure: BuildFailure) {
        change { state in
            state.isChanging = false
            state.failure = failure
            state.version += 1
        }
    }

    /// The build at hand is fine after all: what failed has been taken back.
    func recover() {
        change { state in
            state.isChanging = false
            guard state.failure != nil, state.target != nil else { return }
            state.failure = nil
            state.version += 1
        }
    }

    /// The build has gone by itself.
    func lose(_ target: Target) {
        change { state in
            guard state.target === target else { return }
            state.target = nil
            state.isChanging = true
        }
    }

    /// Pages look different now, though the build is the same.
    func reloadPages() { change { $0.version += 1 } }

    /// A number that changes with whatever a page would show.
    var version: Int { state.withLock { $0.version } }

    /// Whether there is a build that answers.
    var hasTarget: Bool { state.withLock { $0.target != nil } }

    /// Calls a function with each new version, from any thread, until it is told to stop.
    func watch(_ body: @escaping @Sendable (Int) -> Void) -> (
        version: Int, stop: @Sendable () -> Void
    ) {
        state.withLock { state in
            state.lastWatcher += 1
            let number = state.lastWatcher
            state.watchers[number] = body
            return (state.version, { [self] in self.state.withLock { $0.watchers[number] = nil } })
        }
    }

    private func change<T: Sendable>(_ body: (inout State) -> T) -> T {
        let (result, waiting, watchers, version) = state.withLock { state in
            let before = state.version
            let result = body(&state)
            var waiting: [EventLoopPromise<Void>] = []
            if !state.isChanging { swap(&waiting, &state.waiting) }
            let watchers = state.version == before ? [] : Array(state.watchers.values)
            return (result, waiting, watchers, state.version)
        }
        for promise in waiting { promise.succeed() }
        for watcher in watchers { watcher(version) }
        return result
    }
}
