// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import Synchronization

/// Work that blocks its thread: opening, reading and writing files, and long computing.
///
/// The tasks of requests prefer the event loop of their connection, and everything that is not
/// isolated to an actor follows, `@concurrent` functions included (SE-0417). So that attribute does
/// not lead away from the loop; another preference does.
package enum Blocking {
    /// Does `work` on the threads that Swift has for any work, away from the event loop.
    ///
    /// It costs two changes of thread: do what belongs together in one call.
    package static func run<Result: Sendable, Failure: Error>(
        _ work: @Sendable () throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await withTaskExecutorPreference(globalConcurrentExecutor) {
            () async throws(Failure) -> Result in
            try await perform(work)
        }
    }

    /// A function of its own, since the closure above runs where its caller is isolated.
    @concurrent
    private static func perform<Result: Sendable, Failure: Error>(
        _ work: @Sendable () throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try work()
    }

    /// Called on the thread that a call of the system is about to block, with the call's name.
    ///
    /// For tests, which look whether the thread may block; never called in a release build.
    package static let witness = Mutex<(@Sendable (StaticString) -> Void)?>(nil)

    /// Says that the calling thread is about to wait for the disk.
    @inline(__always)
    package static func willBlock(_ call: StaticString) {
        #if DEBUG
        let witness = witness.withLock { $0 }
        witness?(call)
        #endif
    }
}
