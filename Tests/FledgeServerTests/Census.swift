// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Synchronization

/// Counts objects that live, for tests that nothing is leaked.
final class Census: Sendable {
    private struct State {
        var born = 0
        var alive = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// One that is counted until the last reference to it has gone.
    final class Token: Sendable {
        private let census: Census

        fileprivate init(_ census: Census) {
            self.census = census
            census.state.withLock {
                $0.born += 1
                $0.alive += 1
            }
        }

        deinit {
            let waiting = census.state.withLock { state in
                state.alive -= 1
                defer { if state.alive == 0 { state.waiting = [] } }
                return state.alive == 0 ? state.waiting : []
            }
            for continuation in waiting { continuation.resume() }
        }
    }

    private let state = Mutex(State())
    /// Of files that are to be found again among the open ones.
    let name = "fledge-\(UUID())"

    /// How many there have been.
    var born: Int { state.withLock { $0.born } }

    func token() -> Token { Token(self) }

    /// Returns when none is left; a leak is a test that does not end.
    func isEmpty() async {
        await withCheckedContinuation { continuation in
            let isEmpty = state.withLock { state in
                if state.alive > 0 { state.waiting.append(continuation) }
                return state.alive == 0
            }
            if isEmpty { continuation.resume() }
        }
    }

    /// How many descriptors of the file `name` are open; on Linux only.
    var openFiles: Int {
        let descriptors = "/proc/self/fd"
        let all = try? FileManager.default.contentsOfDirectory(atPath: descriptors)
        return all?.count { descriptor in
            let path = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "\(descriptors)/\(descriptor)")
            return path?.contains(name) == true
        } ?? 0
    }
}
