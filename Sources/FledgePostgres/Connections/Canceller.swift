// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import Synchronization

/// What it takes to ask the server to cancel a connection's statement.
///
/// libpq keeps address and key of the connection in an object of its own, which is freed with this
/// one: it may outlive the connection, and any thread may use it.
final class Canceller: @unchecked Sendable {
    private let pointer: OpaquePointer

    init?(of connection: OpaquePointer) {
        guard let pointer = PQgetCancel(connection) else { return nil }
        self.pointer = pointer
    }

    deinit { PQfreeCancel(pointer) }

    /// Tells the server, over a connection of its own, and waits until the server has read it.
    ///
    /// Blocks the thread. A failure means that the server is away, which the connection notices.
    func cancel() {
        var message = [CChar](repeating: 0, count: 256)
        _ = PQcancel(pointer, &message, Int32(message.count))
    }
}
#endif
