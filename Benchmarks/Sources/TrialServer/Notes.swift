// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What the handlers have seen, for a client that asks afterwards.
final class Notes: Sendable {
    private struct State {
        var startedAt: [String: Int] = [:]
        var cancelledAt: [String: Int] = [:]
        var descriptors: [CInt] = []
        var uploaded: [String: Int] = [:]
    }

    private let state = Mutex(State())

    /// Keeps the moment at which the handler of `id` began.
    func started(_ id: String) {
        let now = monotonicNanoseconds()
        state.withLock { $0.startedAt[id] = now }
    }

    func start(of id: String) -> Int? { state.withLock { $0.startedAt[id] } }

    /// Keeps the moment at which the handler of `id` was told to stop.
    func cancelled(_ id: String) {
        let now = monotonicNanoseconds()
        state.withLock { $0.cancelledAt[id] = now }
    }

    func cancellation(of id: String) -> Int? { state.withLock { $0.cancelledAt[id] } }

    /// Keeps how much of its body the handler of `id` has been given.
    func uploaded(_ count: Int, for id: String) {
        state.withLock { $0.uploaded[id, default: 0] += count }
    }

    func upload(of id: String) -> Int? { state.withLock { $0.uploaded[id] } }

    /// Holds `count` file descriptors for as long as the process runs, as an app with many files
    /// would.
    func holdDescriptors(_ count: Int) {
        state.withLock { state in
            for _ in 0..<count { state.descriptors.append(open("/dev/null", O_RDONLY)) }
        }
    }
}

/// The clock that every process of the machine shares, so that a client can compare.
private func monotonicNanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
}
