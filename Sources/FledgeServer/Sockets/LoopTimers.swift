// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(Glibc)
import CSockets
import NIOCore

/// What a loop does later: few things, since one tick serves all connections.
struct LoopTimers {
    final class Timer: Sendable {
        let deadline: NIODeadline
        let action: @Sendable () -> Void

        init(_ deadline: NIODeadline, _ action: @escaping @Sendable () -> Void) {
            self.deadline = deadline
            self.action = action
        }
    }

    /// The next one last.
    private var timers: ContiguousArray<Timer> = []

    /// How long nothing is to be done, for `epoll_wait`; -1 when that is for ever.
    var milliseconds: CInt {
        guard let next = timers.last else { return -1 }
        let left = next.deadline - .now()
        guard left > .zero else { return 0 }
        // Rounded up, or it would turn round and round in the last millisecond.
        return CInt(clamping: (left.nanoseconds + 999_999) / 1_000_000)
    }

    mutating func add(_ timer: Timer) {
        // Behind those of the same time: they run in the order in which they came.
        let index = timers.firstIndex { $0.deadline <= timer.deadline } ?? timers.endIndex
        timers.insert(timer, at: index)
    }

    mutating func remove(_ timer: Timer) {
        timers.removeAll { $0 === timer }
    }

    /// Takes out what is due.
    ///
    /// - Returns: The first one last.
    mutating func takeDue() -> ContiguousArray<Timer> {
        guard let next = timers.last else { return [] }
        let now = NIODeadline.now()
        guard next.deadline <= now else { return [] }
        let index = timers.firstIndex { $0.deadline <= now } ?? timers.endIndex
        let due = ContiguousArray(timers[index...])
        timers.removeSubrange(index...)
        return due
    }
}
#endif
