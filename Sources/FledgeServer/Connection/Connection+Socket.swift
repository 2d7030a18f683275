// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

#if canImport(Musl)
import Musl
#elseif canImport(Glibc)
import Glibc
#endif

// Small answers go to the socket without the channel's queue, which would cost as much as making
// them. What the socket does not take at once goes the usual way, and everything after it too until
// the channel has none left.
extension Connection {
    /// The socket of a channel, where bytes can be written to it directly: on Linux only, which can
    /// be told not to raise SIGPIPE.
    static func socket(of channel: any Channel) -> NIOBSDSocket.Handle? {
        #if os(Linux)
        let operations = channel.pipeline.syncOperations
        return try? operations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { $0 }
        #else
        return nil
        #endif
    }

    /// Sends `out` from here if nothing is queued before it; what was sent is removed from it.
    ///
    /// The number of a socket that was closed may be another connection's by now. So it is used only
    /// while the channel says that it is active: NIO says so until it closes the socket, and calls
    /// nobody between the two.
    ///
    /// - Returns: Whether all of it was sent. An error is left for the channel to find.
    func sendDirectly(_ context: ChannelHandlerContext) -> Bool {
        #if os(Linux)
        guard let socket, channelWrites == 0, phase == .open, context.channel.isActive else {
            return false
        }
        let sent = out.withBytes { bytes in
            send(socket, bytes.baseAddress, bytes.count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
        }
        guard sent > 0 else { return false }
        out.removeFirst(sent)
        return out.count == 0
        #else
        return false
        #endif
    }
}
