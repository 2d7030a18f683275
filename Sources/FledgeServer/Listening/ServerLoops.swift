// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOPosix
import Synchronization

/// The event loops that servers run on.
///
/// They are never shut down. A handler may ignore its cancellation and outlive the stop of its
/// server; a loop that has gone would drop the task's next job, and with it perhaps an actor that
/// waits for it for ever. So servers share loops with whoever else needs some: as many as there are
/// cores are NIO's own singletons, where clients of databases live too, and answers of those then
/// often need no other thread. Other numbers get a group of their own, kept for the next server.
enum ServerLoops {
    private static let groups = Mutex<[Int: MultiThreadedEventLoopGroup]>([:])

    static func group(of threads: Int) -> MultiThreadedEventLoopGroup {
        if threads == NIOSingletons.groupLoopCountSuggestion { return .singleton }
        return groups.withLock { groups in
            if let group = groups[threads] { return group }
            let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
            groups[threads] = group
            return group
        }
    }
}
