// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres && os(Linux)
#if canImport(Musl)
import Musl
#else
import Glibc
#endif
import Testing

@testable import FledgePostgres

/// Synchronous: a pace sets the class of the thread that it runs on, and each test gives it back as it was.
@Suite struct PollerPaceTests {
    /// SCHED_OTHER and SCHED_BATCH, which Swift does not import.
    private static let (usual, batch): (Int32, Int32) = (0, 3)

    private func policy() -> Int32 { sched_getscheduler(0) }

    private func restore() {
        var parameters = sched_param(sched_priority: 0)
        _ = pthread_setschedparam(pthread_self(), Self.usual, &parameters)
    }

    @Test func `while programs read, the thread is of the batch class`() {
        defer { restore() }
        var pace = PollerPace()
        #expect(policy() == Self.batch)
        for _ in 0..<640 { pace.note(.read) }
        #expect(policy() == Self.batch)
    }

    @Test(
        "one write in eight makes it usual, at the end of a round",
        arguments: [(7, batch), (8, usual), (64, usual)]
    )
    func share(writes: Int, after: Int32) {
        defer { restore() }
        var pace = PollerPace()
        for answer in 0..<63 { pace.note(answer < writes ? .write : .read) }
        #expect(policy() == Self.batch)
        pace.note(writes == 64 ? .write : .read)
        #expect(policy() == after)
    }

    @Test func `when the writes are over, it is of the batch class again`() {
        defer { restore() }
        var pace = PollerPace()
        for _ in 0..<64 { pace.note(.write) }
        #expect(policy() == Self.usual)
        for _ in 0..<64 { pace.note(.read) }
        #expect(policy() == Self.batch)
    }
}
#endif
