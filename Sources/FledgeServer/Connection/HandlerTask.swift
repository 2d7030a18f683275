// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A task that runs handlers of one connection, one after the other, and rests in between.
///
/// Making, starting and freeing a task for each request costs more than finding its route. No handler
/// can be cancelled in place of another: an exchange has the task only while its own handler runs,
/// and a task that was cancelled is not used again.
final class HandlerTask: @unchecked Sendable {
    // Safe: touched on the loop of its connection only.
    /// What it runs next.
    @exclusivity(unchecked) var exchange: Exchange?
    @exclusivity(unchecked) var task: Task<Void, Never>?
    @exclusivity(unchecked) private var rest: UnsafeContinuation<Void, Never>?

    init(_ exchange: Exchange) {
        self.exchange = exchange
    }

    /// Returns when it is woken.
    ///
    /// - Parameter body: Called when it can be.
    func sleep(_ body: () -> Void) async {
        await withUnsafeContinuation {
            rest = $0
            body()
        }
    }

    /// Ends the rest.
    ///
    /// - Parameter exchange: What to run; without one it ends.
    func wake(for exchange: Exchange?) {
        self.exchange = exchange
        rest.take()?.resume()
    }
}
