// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Logging
import NIOCore
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Tells the log that connections cannot be accepted for want of file descriptors or memory.
///
/// Once a minute at most: at the limit, every accept fails until something closes.
final class DescriptorShortage: Sendable {
    private let nextReport = Mutex(NIODeadline.uptimeNanoseconds(0))
    private static let interval = TimeAmount.minutes(1)

    static func isCause(of error: IOError) -> Bool {
        [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(error.errnoCode)
    }

    func report(_ error: IOError, _ logger: Logger) {
        let now = NIODeadline.now()
        let isDue = nextReport.withLock { next in
            guard now >= next else { return false }
            next = now + Self.interval
            return true
        }
        guard isDue else { return }
        logger.error(
            """
            No connection can be accepted: the process has as many files and sockets open as it \
            may. Connections wait until some are closed. Raise the limit (`ulimit -n`; LimitNOFILE \
            of systemd), or lower `limits.connections`.
            """, metadata: ["error": "\(error)"])
    }
}
