// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Logging
import NIOCore
import Synchronization

/// How many handlers run, on all loops of a server together, held to `Limits.requestsInFlight`.
///
/// Only handlers that run in a task count: one that runs straight from the read is done before the
/// next begins, and pays nothing here.
final class HandlerLoad: Sendable {
    let report: OverloadReport
    private let bound: Int
    private let count = Atomic<Int>(0)

    init(bound: Int, logger: Logger) {
        self.bound = bound
        report = OverloadReport(bound: bound, logger: logger)
    }

    /// How many are counted now.
    var current: Int { count.load(ordering: .relaxed) }

    /// Counts another handler if there is room for it.
    func enter() -> Bool {
        if count.wrappingAdd(1, ordering: .relaxed).newValue <= bound { return true }
        leave()
        return false
    }

    /// Counts a handler that goes on: it has been let in before, so there is no question of room.
    func returnFromWaiting() {
        count.wrappingAdd(1, ordering: .relaxed)
    }

    func leave() {
        count.wrappingSubtract(1, ordering: .relaxed)
    }
}

/// The part of one exchange in the load: whether its handler is counted now.
///
/// A handler that waits for the body of its request is not. Else a few clients that send slowly
/// could hold every place, at no cost of their own.
struct HandlerSlot {
    private var load: HandlerLoad?
    private var isCounted = false

    /// - Returns: Whether there was room.
    mutating func take(from load: HandlerLoad) -> Bool {
        guard load.enter() else { return false }
        self.load = load
        isCounted = true
        return true
    }

    /// Called whenever the handler may have begun or ceased to wait for its client.
    mutating func update(awaitsClient: Bool) {
        guard let load, isCounted == awaitsClient else { return }
        isCounted = !awaitsClient
        if isCounted { load.returnFromWaiting() } else { load.leave() }
    }

    /// The handler has returned.
    mutating func giveBack() {
        if isCounted { load?.leave() }
        load = nil
        isCounted = false
    }
}
