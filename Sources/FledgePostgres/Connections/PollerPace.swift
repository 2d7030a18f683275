// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// How much the poller's thread minds to wait for a processor when all are busy.
///
/// While programs mostly read, it is of the kernel's batch class: an answer does not take the processor
/// from the thread that answers requests, only to wake it, so the poller finds several at a time and
/// there are half as many changes of thread. Commits are answered by a disk and not by a processor, and a
/// poller that waits then keeps the disk idle: with many of them it is of the usual class.
///
/// Used on the poller's thread only.
struct PollerPace {
    enum Kind { case read, write }

    /// After how many answers it looks again.
    private static let round = 64

    private var answers = 0
    private var writes = 0
    private var isBatch = false

    init() { choose(batch: true) }

    mutating func note(_ kind: Kind) {
        answers += 1
        if kind == .write { writes += 1 }
        guard answers == Self.round else { return }
        choose(batch: writes * 8 < answers)
        (answers, writes) = (0, 0)
    }

    private mutating func choose(batch: Bool) {
        guard batch != isBatch else { return }
        isBatch = batch
        #if os(Linux) || os(Android)
        // SCHED_BATCH and SCHED_OTHER, which Swift does not import.
        let policy: Int32 = batch ? 3 : 0
        var parameters = sched_param(sched_priority: 0)
        // Allowed to everybody; where it fails, nothing but speed is lost.
        _ = pthread_setschedparam(pthread_self(), policy, &parameters)
        #endif
    }
}
#endif
