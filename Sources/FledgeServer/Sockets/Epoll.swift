// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(Glibc)
import CSockets
import Glibc
import NIOCore

/// A socket that a loop waits for; its methods are called on the thread of the loop.
protocol WatchedSocket: AnyObject {
    var descriptor: CInt { get }

    /// Something has happened to it.
    func ready(_ events: Epoll.Events)

    /// Its next turn has come, for which it asked with `proceedLater`.
    func proceed()

    /// Its descriptor is closed.
    func closed()
}

/// The kernel's list of sockets to wait for: epoll(7).
///
/// Sockets of connections are told of changes only (`EPOLLET`): then one system call when they begin
/// is all that it takes, however often somebody waits for reading or for writing.
struct Epoll: ~Copyable {
    struct Events: OptionSet {
        let rawValue: UInt32

        static let readable = Events(rawValue: EPOLLIN.rawValue)
        static let writable = Events(rawValue: EPOLLOUT.rawValue)
        /// The client has shut down its sending side.
        static let inputEnded = Events(rawValue: EPOLLRDHUP.rawValue)
        /// The connection is over, in both directions.
        static let hungUp = Events(rawValue: EPOLLHUP.rawValue)
        static let failed = Events(rawValue: EPOLLERR.rawValue)
    }

    struct Interest {
        fileprivate let mask: UInt32

        /// Changes of a connection.
        static let connection = Interest(
            mask: EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue)
        /// Whether there is somebody to accept, or a counter to read.
        static let readable = Interest(mask: EPOLLIN.rawValue)
        /// Errors only, which nobody can decline.
        static let none = Interest(mask: 0)
    }

    /// A counter in the kernel, which other threads raise to end a wait.
    let wakeup: CInt
    private let descriptor: CInt
    private let events = UnsafeMutableBufferPointer<epoll_event>.allocate(capacity: 256)

    /// - Throws: `IOError` when the process has no descriptor left.
    init() throws {
        let descriptor = epoll_create1(CInt(EPOLL_CLOEXEC))
        guard descriptor >= 0 else { throw IOError(errnoCode: errno, reason: "epoll_create1") }
        let wakeup = eventfd(0, CInt(EFD_CLOEXEC | EFD_NONBLOCK))
        guard wakeup >= 0 else {
            let code = errno
            Self.close(descriptor)
            throw IOError(errnoCode: code, reason: "eventfd")
        }
        self.descriptor = descriptor
        self.wakeup = wakeup
    }

    deinit {
        events.deallocate()
        Self.close(wakeup)
        Self.close(descriptor)
    }

    func add(_ socket: CInt, _ interest: Interest) throws {
        var event = epoll_event(events: interest.mask, data: epoll_data_t(fd: socket))
        guard epoll_ctl(descriptor, EPOLL_CTL_ADD, socket, &event) == 0 else {
            throw IOError(errnoCode: errno, reason: "epoll_ctl")
        }
    }

    func change(_ socket: CInt, to interest: Interest) {
        var event = epoll_event(events: interest.mask, data: epoll_data_t(fd: socket))
        // It fails only for a socket that is not in the list.
        epoll_ctl(descriptor, EPOLL_CTL_MOD, socket, &event)
    }

    /// Takes a socket off the list.
    ///
    /// Closing it does that only when nobody else has it: a child of this process may, up to its
    /// `exec`, and the list would go on telling of a number that is another's by then.
    func remove(_ socket: CInt) {
        var event = epoll_event()
        epoll_ctl(descriptor, EPOLL_CTL_DEL, socket, &event)
    }

    /// Waits, and tells what has happened to whom.
    ///
    /// - Parameters:
    ///   - milliseconds: The longest; -1 is for ever.
    ///   - body: Called for each socket to which something has happened.
    func wait(_ milliseconds: CInt, _ body: (CInt, Events) -> Void) {
        // Interrupted by a signal: nobody, this time.
        let count = epoll_wait(descriptor, events.baseAddress, CInt(events.count), milliseconds)
        guard count > 0 else { return }
        for index in 0..<Int(count) {
            body(events[index].data.fd, Events(rawValue: events[index].events))
        }
    }

    /// Ends the wait; called on any thread.
    func wakeUp() {
        eventfd_write(wakeup, 1)
    }

    /// The wait has ended for this.
    func takeWakeup() {
        var count = eventfd_t()
        eventfd_read(wakeup, &count)
    }

    static func close(_ descriptor: CInt) {
        _ = Glibc.close(descriptor)
    }
}
#endif
