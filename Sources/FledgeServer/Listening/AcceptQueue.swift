// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// How many connections wait in the kernel to be accepted.
enum AcceptQueue {
    /// - Parameter channel: A listening socket. On its loop, the future is complete at once.
    /// - Returns: The number; fails where the system does not tell it.
    static func length(of channel: any Channel) -> EventLoopFuture<Int> {
        #if os(Linux)
        if let socket = channel as? any SocketOptionProvider {
            // For a listening socket this field has another meaning: the length of its queue.
            return socket.getTCPInfo().map { Int($0.tcpi_unacked) }
        }
        #endif
        return channel.eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
    }

    #if canImport(Glibc)
    /// - Parameter socket: A listening socket.
    /// - Returns: The number; `nil` where the system does not tell it.
    static func length(of socket: CInt) -> Int? {
        var info = tcp_info()
        var size = socklen_t(MemoryLayout<tcp_info>.size)
        guard getsockopt(socket, CInt(IPPROTO_TCP), TCP_INFO, &info, &size) == 0 else { return nil }
        return Int(info.tcpi_unacked)
    }
    #endif
}
