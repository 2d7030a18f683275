// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

/// What carries the bytes of a connection: a socket, or a channel of SwiftNIO with TLS in it.
///
/// Used on the loop of the connection only, which it tells what happens: `received` and `readEnded`
/// after each `read`, `inputEnded`, `writabilityChanged`, `cut` when it is broken, and `wireClosed`
/// at the end. A `flush` may do that before it returns.
protocol Wire: AnyObject {
    /// Where the client is.
    var remoteAddress: SocketAddress? { get }
    /// Whether there is TLS, which has to shake hands first and says goodbye before it closes.
    var isSecure: Bool { get }
    /// Whether the client takes what it is sent; it does not while much is waiting.
    var isWritable: Bool { get }
    /// How many bytes wait for the client to take them.
    var pendingBytes: Int { get }

    /// Asks for the bytes of one read, which come when there are some.
    func read()

    /// Sends of these bytes what the client takes at once, unless some wait before them.
    ///
    /// Calls nobody; an error shows with the next `flush`.
    ///
    /// - Returns: How many were sent.
    func sendNow(_ bytes: UnsafeRawBufferPointer) -> Int

    /// Adds bytes to those that wait.
    ///
    /// They go out with the next `flush`.
    func write(_ bytes: ByteBuffer)

    /// Sends what waits, as far as the client takes it; the rest goes out by itself.
    func flush()

    /// Sends what waits.
    ///
    /// - Parameter done: Called when the client has taken it; perhaps not at all when the wire is closed
    ///   before.
    func flush(then done: @escaping @Sendable () -> Void)

    /// Says that nothing more will be sent.
    ///
    /// - Parameter done: Called when that is said, or cannot be.
    func closeOutput(then done: (@Sendable () -> Void)?)

    /// Closes now; what waits is dropped.
    func close()
}
