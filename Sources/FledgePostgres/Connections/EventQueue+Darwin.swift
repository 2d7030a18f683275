// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
#if canImport(Darwin)
import Darwin
import FledgeData

/// The kernel's list of sockets to wait for: kqueue.
struct EventQueue: Sendable {
    private let descriptor: Int32

    init() throws {
        descriptor = kqueue()
        guard descriptor >= 0 else {
            throw DatabaseError(
                .connection,
                "The process has no file descriptor left to wait for databases. Raise its limit "
                    + "(ulimit -n).")
        }
    }

    func add(_ socket: Int32, _ id: UInt64) throws {
        guard change(socket, EVFILT_READ, EV_ADD, id) == 0 else {
            throw DatabaseError(.connection, "A connection cannot be watched (error \(errno)).")
        }
    }

    func watch(_ socket: Int32, _ id: UInt64, writes: Bool) {
        _ = change(socket, EVFILT_WRITE, writes ? EV_ADD : EV_DELETE, id)
    }

    func remove(_ socket: Int32) {
        _ = change(socket, EVFILT_READ, EV_DELETE, 0)
        _ = change(socket, EVFILT_WRITE, EV_DELETE, 0)
    }

    /// Waits, and tells whose sockets have something.
    func wait() -> [UInt64] {
        let most = 64
        let events: [kevent] = Array(unsafeUninitializedCapacity: most) { buffer, count in
            count = max(0, Int(kevent(descriptor, nil, 0, buffer.baseAddress, Int32(most), nil)))
        }
        return events.map { UInt64(UInt(bitPattern: $0.udata)) }
    }

    private func change(_ socket: Int32, _ filter: Int32, _ action: Int32, _ id: UInt64) -> Int32 {
        var event = kevent(
            ident: UInt(socket), filter: Int16(filter), flags: UInt16(action), fflags: 0, data: 0,
            udata: UnsafeMutableRawPointer(bitPattern: UInt(id)))
        return kevent(descriptor, &event, 1, nil, 0, nil)
    }
}
#endif
#endif
