// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
#if os(Linux) || os(Android)
import CLibPQ
import FledgeData

#if canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The kernel's list of sockets to wait for: epoll.
struct EventQueue: Sendable {
    private let descriptor: Int32

    init() throws {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard descriptor >= 0 else {
            throw DatabaseError(
                .connection,
                "The process has no file descriptor left to wait for databases. Raise its limit "
                    + "(ulimit -n).")
        }
    }

    func add(_ socket: Int32, _ id: UInt64) throws {
        var event = Self.event(id, writes: false)
        guard epoll_ctl(descriptor, EPOLL_CTL_ADD, socket, &event) == 0 else {
            throw DatabaseError(.connection, "A connection cannot be watched (error \(errno)).")
        }
    }

    func watch(_ socket: Int32, _ id: UInt64, writes: Bool) {
        var event = Self.event(id, writes: writes)
        // It fails only for a socket that is not in the list, and ours is until it is closed.
        epoll_ctl(descriptor, EPOLL_CTL_MOD, socket, &event)
    }

    func remove(_ socket: Int32) {
        var event = epoll_event()
        epoll_ctl(descriptor, EPOLL_CTL_DEL, socket, &event)
    }

    /// Waits, and tells whose sockets have something.
    func wait() -> [UInt64] {
        let most = 64
        let events = [epoll_event](unsafeUninitializedCapacity: most) { buffer, count in
            // Interrupted by a signal: none this time.
            count = max(0, Int(epoll_wait(descriptor, buffer.baseAddress, Int32(most), -1)))
        }
        return events.map(\.data.u64)
    }

    /// A socket is ready as long as there is something to read, so nothing is missed.
    private static func event(_ id: UInt64, writes: Bool) -> epoll_event {
        let events = EPOLLIN.rawValue | (writes ? EPOLLOUT.rawValue : 0)
        return epoll_event(events: events, data: epoll_data_t(u64: id))
    }
}
#endif
#endif
