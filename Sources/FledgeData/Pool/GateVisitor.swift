// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// Somebody who wants a place of a ``Gate``.
package protocol GateVisitor: AnyObject, Sendable {
    /// Whether it has given up; asked under the gate's lock.
    var isCancelled: Bool { get }

    /// It has a place.
    ///
    /// - Returns: Whether it wants it, and gives it back later; if not, the next one gets it.
    func enter() -> Bool

    /// It gets no place.
    func refuse(_ error: any Error)
}

/// A task that waits until it has a place.
final class WaitingTask: GateVisitor, @unchecked Sendable {
    // Safe: set before the gate knows of it, and taken by the one call that the gate makes.
    var continuation: CheckedContinuation<Void, any Error>?
    private let cancelled = Atomic(false)

    var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    /// Before it leaves the line, whose lock orders the two.
    func cancel() { cancelled.store(true, ordering: .relaxed) }

    func enter() -> Bool {
        continuation.take()?.resume()
        return true
    }

    func refuse(_ error: any Error) {
        continuation.take()?.resume(throwing: error)
    }
}
