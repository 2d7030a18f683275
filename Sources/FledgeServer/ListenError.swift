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

/// Why a server could not listen, and what to do about it.
public struct ListenError: Error, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: Sendable, Hashable {
        /// Somebody else listens on the port.
        case addressInUse
        /// The port is reserved for the administrator.
        case permissionDenied
        /// The host is no address of this machine, or the name is not known.
        case addressNotAvailable
        /// `PORT` or the argument is not a port.
        case invalidPort
        /// `THREADS` or the argument is no number of threads.
        case invalidThreads
        /// Something else; the description has the words of the system.
        case other
    }

    /// What is wrong.
    public let reason: Reason
    /// What happened and what to do, in a sentence or two.
    public let description: String

    init(_ error: any Error, host: String, port: Int) {
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE:
            reason = .addressInUse
            description = """
                Port \(port) is in use on \(host): another program listens there, perhaps another \
                run of this one. Stop it, or choose another port: PORT=\(port + 1) or \
                listen(port: \(port + 1)).
                """
        case EACCES:
            reason = .permissionDenied
            description = """
                Port \(port) may not be opened: ports below 1024 are for the administrator. \
                Choose a higher one, such as PORT=3000, and let a proxy listen on \(port).
                """
        case EADDRNOTAVAIL:
            reason = .addressNotAvailable
            description = """
                \(host) is no address of this machine. Use 127.0.0.1 for this machine alone, or \
                0.0.0.0 for every interface.
                """
        default:
            let isUnknownName = error is SocketAddressError
            reason = isUnknownName ? .addressNotAvailable : .other
            description =
                "The server could not listen on \(host):\(port): \(error). Check HOST and PORT."
        }
    }

    init(invalidPort text: String, from source: String) {
        reason = .invalidPort
        description =
            "\(source) is '\(text)', which is no port. It must be a number from 0 to 65535."
    }

    init(invalidThreads text: String, from source: String) {
        reason = .invalidThreads
        description = """
            \(source) is '\(text)', which is no number of threads. It must be from 1 to 1024; leave it \
            out for as many as there are cores.
            """
    }

    private init(_ reason: Reason, _ description: String) {
        self.reason = reason
        self.description = description
    }

    static let socketLost = ListenError(
        .other,
        """
        The server does not listen any more: the system has closed a listening socket. Start it again, \
        and look into the log of the system for what happened to the network.
        """)
}
