// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(Glibc)
import Glibc
import NIOCore
import Synchronization
import Testing

@testable import FledgeServer

/// What was done, in its order.
private final class Diary: Sendable {
    private let entries = Mutex<[String]>([])

    var all: [String] { entries.withLock { $0 } }

    func note(_ entry: String) { entries.withLock { $0.append(entry) } }
}

/// The thread beneath plain sockets; those are tested by way of the server.
@Suite(.timeLimit(.minutes(1))) struct `A loop` {
    private let loop: SocketLoop

    init() throws {
        loop = try SocketLoop(name: "test")
    }

    @Test func `runs what it is given, in order and on its thread`() async throws {
        let diary = Diary()
        let loop = loop
        #expect(!loop.inEventLoop)
        for number in 0..<100 {
            loop.execute { diary.note("\(number) \(loop.inEventLoop)") }
        }
        try await loop.submit {}.get()
        #expect(diary.all == (0..<100).map { "\($0) true" })
    }

    @Test func `takes work from many threads and loses none`() async throws {
        let counter = Counter()
        let loop = loop
        await withTaskGroup { group in
            for _ in 0..<50 {
                group.addTask {
                    for _ in 0..<200 { loop.execute { counter.increment() } }
                }
            }
        }
        await counter.reaches(10_000)
    }

    @Test func `runs what is due by its time, and what is due together by its order`() async throws
    {
        let diary = Diary()
        let now = NIODeadline.now()
        // All are given before the first is due, on the loop, so that none can be late.
        let last = try await loop.submit { [loop] in
            let last = loop.scheduleTask(deadline: now + .milliseconds(30)) { diary.note("third") }
            loop.scheduleTask(deadline: now + .milliseconds(10)) { diary.note("first") }
            loop.scheduleTask(deadline: now + .milliseconds(20)) { diary.note("second") }
            loop.scheduleTask(deadline: now + .milliseconds(20)) { diary.note("second, too") }
            return last
        }.get()
        try await last.futureResult.get()
        #expect(diary.all == ["first", "second", "second, too", "third"])
        #expect(NIODeadline.now() >= now + .milliseconds(30))
    }

    @Test func `does not run what was cancelled`() async throws {
        let diary = Diary()
        let cancelled = loop.scheduleTask(in: .milliseconds(5)) { diary.note("cancelled") }
        let kept = loop.scheduleTask(in: .milliseconds(10)) { diary.note("kept") }
        cancelled.cancel()
        try await kept.futureResult.get()
        #expect(diary.all == ["kept"])
        await #expect(throws: EventLoopError.cancelled) { try await cancelled.futureResult.get() }
    }

    /// A task that gives itself to the loop again and again, as one that always has more to do would.
    @Test func `gives others their turn beside one that never ends`() async throws {
        let isDone = Atomic(false)
        let loop = loop
        @Sendable func again() {
            if !isDone.load(ordering: .relaxed) { loop.execute(again) }
        }
        loop.execute(again)
        // A timer, and work from another thread.
        try await loop.scheduleTask(in: .milliseconds(5)) {}.futureResult.get()
        try await loop.submit { isDone.store(true, ordering: .relaxed) }.get()
    }

    private final class Stranger: WatchedSocket {
        let descriptor = dup(STDERR_FILENO)
        let isClosed = Signal()

        func ready(_: Epoll.Events) {}
        func proceed() {}
        func closed() { isClosed.give() }
    }

    /// As one that the kernel did not take on its list.
    @Test func `closes a socket that it has never watched`() async throws {
        let isClosed = try await loop.submit { [loop] in
            let stranger = Stranger()
            loop.close(stranger)
            return stranger.isClosed
        }.get()
        await isClosed.wait()
        #expect(!Task.isCancelled)
    }

    @Test func `says that it cannot be shut down`() async throws {
        await #expect(throws: EventLoopError.self) { try await loop.shutdownGracefully() }
    }
}
#endif
