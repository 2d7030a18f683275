// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeTesting
import Synchronization
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct TestClockTests {
    @Test(.clock(at: "2026-01-31T09:30:00Z"))
    func `it stands still until the test moves it`() {
        let clock = TestClock.current
        #expect(clock.date.formatted(.iso8601) == "2026-01-31T09:30:00Z")
        clock.advance(by: .seconds(3600) + .milliseconds(500))
        #expect(clock.date.timeIntervalSince1970 == 1_769_855_400.5)
        clock.advance(by: .seconds(-5))
        #expect(clock.now.offset == .seconds(3600) + .milliseconds(500))
    }

    @Test(.clock()) func `sleepers wake in the order of their deadlines`() async throws {
        let clock = TestClock.current
        try await withThrowingTaskGroup(of: Int.self) { group in
            for seconds in [3, 1, 2] {
                group.addTask {
                    try await clock.sleep(for: .seconds(seconds))
                    return seconds
                }
            }
            try await clock.sleepers(3)
            for seconds in 1...3 {
                clock.advance(by: .seconds(1))
                #expect(try await group.next() == seconds)
            }
        }
    }

    @Test(.clock()) func `a loop runs one round for each step`() async throws {
        let clock = TestClock.current
        let rounds = Mutex(0)
        let loop = Task {
            while true {
                try await clock.sleep(for: .seconds(60))
                rounds.withLock { $0 += 1 }
            }
        }
        for round in 0..<3 {
            try await clock.sleepers()
            #expect(rounds.withLock { $0 } == round)
            clock.advance(by: .seconds(60))
        }
        try await clock.sleepers()
        loop.cancel()
        await #expect(throws: CancellationError.self) { try await loop.value }
        #expect(rounds.withLock { $0 } == 3)
    }

    @Test(.clock()) func `who is cancelled wakes at once, before and after lying down`()
        async throws
    {
        let clock = TestClock.current
        let sleeping = Task { try await clock.sleep(for: .seconds(1)) }
        try await clock.sleepers()
        sleeping.cancel()
        await #expect(throws: CancellationError.self) { try await sleeping.value }

        let cancelled = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await clock.sleep(for: .seconds(1))
        }
        await #expect(throws: CancellationError.self) { try await cancelled.value }

        let watching = Task { try await clock.sleepers(9) }
        watching.cancel()
        await #expect(throws: CancellationError.self) { try await watching.value }
    }

    @Test(.clock()) func `a time that is over is not slept for`() async throws {
        let clock = TestClock.current
        try await clock.sleep(until: clock.now)
        try await clock.sleep(for: .zero)
    }

    @Test func `it works without a trait`() async throws {
        let clock = TestClock(at: Date(timeIntervalSince1970: 0))
        clock.advance(by: .seconds(60))
        #expect(clock.date.timeIntervalSince1970 == 60)
    }

    @Test func `a test without the trait is told so`() {
        withKnownIssue {
            _ = TestClock.current
        } matching: {
            "\($0)".contains("@Test(.clock(at:))")
        }
    }

    @Test(.clock(at: "2026-01-31T09:30:00Z"), arguments: 0..<8)
    func `each case has a clock of its own`(index: Int) {
        TestClock.current.advance(by: .seconds(index))
        #expect(TestClock.current.now.offset == .seconds(index))
    }
}
