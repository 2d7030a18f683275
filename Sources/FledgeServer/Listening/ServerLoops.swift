// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOPosix
import Synchronization

/// The event loops that servers run on.
///
/// They are never shut down. A handler may ignore its cancellation and outlive the stop of its
/// server; a loop that has gone would drop the task's next job, and with it perhaps an actor that
/// waits for it for ever. So they are kept for the next server. As many of SwiftNIO's as there are
/// cores are its singletons, which clients of other servers use too.
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

    /// Whether the caller runs on the thread of a loop.
    static var isOnOne: Bool {
        #if canImport(Glibc)
        if sockets.withLock({ $0.contains { $0.inEventLoop } }) { return true }
        #endif
        return MultiThreadedEventLoopGroup.currentEventLoop != nil
    }

    #if canImport(Glibc)
    private static let sockets = Mutex<[SocketLoop]>([])

    /// The loops of plain sockets: the first ones of those that there are, and more when needed.
    ///
    /// - Throws: `IOError` when the process has no descriptor or thread left.
    static func sockets(_ threads: Int) throws -> [SocketLoop] {
        try sockets.withLock { loops in
            while loops.count < threads {
                loops.append(try SocketLoop(name: "fledge-\(loops.count)"))
            }
            return Array(loops.prefix(threads))
        }
    }
    #endif
}
