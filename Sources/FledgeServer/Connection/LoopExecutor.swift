// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

/// Runs tasks on the thread of an event loop, so that an async handler needs no thread hop.
///
/// Jobs that are enqueued while the loop handles a read are collected and run at the end of it, in
/// one go and before the one flush; jobs from anywhere else wake the loop. A job runs with this
/// executor as its task executor, not as NIO's serial executor: then each call of a nonisolated
/// async function stays inline instead of going through the queue again.
final class LoopExecutor: TaskExecutor, @unchecked Sendable {
    // Safe: `ready` and the flags are touched on the loop only.
    let loop: any EventLoop
    private var ready: ContiguousArray<UnownedJob> = []
    private var isBatching = false
    private var isRunning = false
    private var isScheduled = false

    /// One turn runs no more than these, so that sockets get their turn too.
    private static let turn = 256

    init(_ loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if loop.inEventLoop {
            ready.append(job)
            if !isBatching, !isRunning { schedule() }
        } else {
            loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }

    /// Collects jobs until `endBatch`, which must follow in the same turn of the loop.
    func beginBatch() {
        isBatching = true
    }

    /// Runs what was collected.
    func endBatch() {
        runReady()
        isBatching = false
    }

    private func schedule() {
        guard !isScheduled else { return }
        isScheduled = true
        loop.execute {
            self.isScheduled = false
            self.runReady()
        }
    }

    private func runReady() {
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
