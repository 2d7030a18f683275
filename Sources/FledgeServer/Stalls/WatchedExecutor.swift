// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import NIOCore

/// Runs the jobs of one request's task on its event loop, each under the eyes of the watch.
///
/// A job does not know which request it belongs to; an executor for each request does. Child tasks
/// inherit it. Only in development: jobs go to the loop one by one there, without the batches of
/// `LoopExecutor`.
final class WatchedExecutor: TaskExecutor {
    private let loop: any EventLoop
    private let watch: StallWatch
    private let request: Request

    init(_ loop: any EventLoop, _ watch: StallWatch, _ request: Request) {
        self.loop = loop
        self.watch = watch
        self.request = request
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute {
            self.watch.during(self.request) {
                job.runSynchronously(on: self.asUnownedTaskExecutor())
            }
        }
    }
}
