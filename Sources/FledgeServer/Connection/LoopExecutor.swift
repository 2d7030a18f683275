// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

/// Runs tasks on the thread of an event loop, so that an async handler needs no thread hop.
///
/// Jobs that are enqueued on the loop are collected and run in one go: at the end of a read, before
/// its one flush, or else in the loop's next turn. Jobs from anywhere else wake the loop. A job runs with this
/// executor as its task executor, not as NIO's serial executor: then each call of a nonisolated
/// async function stays inline instead of going through the queue again.
final class LoopExecutor: TaskExecutor, @unchecked Sendable {
    // Safe: `ready` and the flags are touched on the loop only.
    let loop: any EventLoop
    @exclusivity(unchecked) private var ready: ContiguousArray<UnownedJob> = []
    @exclusivity(unchecked) private var isRunning = false
    @exclusivity(unchecked) private var isScheduled = false

    /// One turn runs no more than these, so that sockets get their turn too.
    private static let turn = 256

    init(_ loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if loop.inEventLoop {
            ready.append(job)
            // Also in the middle of a read, whose end will mostly run them first: a read that ends
            // in no usual way must not leave them waiting.
            if !isRunning { schedule() }
        } else {
            loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }

    private func schedule() {
        guard !isScheduled else { return }
        isScheduled = true
        loop.execute {
            self.isScheduled = false
            self.runReady()
        }
    }

    /// Runs what was collected, now.
    func runReady() {
        guard !isRunning, !ready.isEmpty else { return }
        isRunning = true
        var count = 0
        while count < ready.count, count < Self.turn {
            // Jobs may append while they run.
            let job = ready[count]
            count += 1
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
        isRunning = false
        ready.removeFirst(count)
        if !ready.isEmpty { schedule() }
    }
}
