// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(Glibc)
import CSockets
import Dispatch
import Glibc
import NIOCore
import Synchronization

/// A thread that waits for sockets, and runs what it is given in between.
///
///     wait ─► sockets ─► timers ─► tasks ─► sockets that have more ─► close ─► wait
///
/// SwiftNIO has event loops too, and those with TLS run on them. For a plain socket their channels
/// would cost as much as parsing the request and finding its route: this loop calls the
/// connection straight from the read. It is an `EventLoop`, so everything else is the same on both.
final class SocketLoop: EventLoop, @unchecked Sendable {
    // Safe: all but `mail` is touched on the thread only, or before it is told of anything. Without
    // the run-time checks for overlapping access: nothing is held while others are called.

    /// What other threads have given.
    private struct Mail {
        var tasks: ContiguousArray<@Sendable () -> Void> = []
        var isAnnounced = false
    }

    private let epoll: Epoll
    private let mail = Mutex(Mail())
    @exclusivity(unchecked) private var thread = pthread_t()

    /// By descriptor.
    @exclusivity(unchecked) private var sockets: ContiguousArray<(any WatchedSocket)?> = []
    @exclusivity(unchecked) private var tasks: ContiguousArray<@Sendable () -> Void> = []
    @exclusivity(unchecked) private var timers = LoopTimers()
    /// Those that have more to do and wait for their next turn.
    @exclusivity(unchecked) private var unfinished: ContiguousArray<any WatchedSocket> = []
    @exclusivity(unchecked) private var closing: ContiguousArray<any WatchedSocket> = []

    /// Where all sockets of the loop are read into, one after the other.
    let received = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 16)

    /// - Parameter name: Of its thread, up to 15 bytes, for who looks at the process.
    /// - Throws: `IOError` when the process has no descriptor or thread left.
    init(name: String) throws {
        epoll = try Epoll()
        try epoll.add(epoll.wakeup, .readable)
        try start(name)
    }

    /// Watches a socket until it is closed.
    func add(_ socket: any WatchedSocket, _ interest: Epoll.Interest) throws {
        try epoll.add(socket.descriptor, interest)
        let index = Int(socket.descriptor)
        while sockets.count <= index { sockets.append(nil) }
        sockets[index] = socket
    }

    func change(_ socket: any WatchedSocket, to interest: Epoll.Interest) {
        epoll.change(socket.descriptor, to: interest)
    }

    /// Calls `proceed` of the socket when the others have had their turn.
    func proceedLater(_ socket: any WatchedSocket) {
        unfinished.append(socket)
    }

    /// Closes a socket at the end of this turn, and tells it.
    ///
    /// Not at once: the kernel would give its number to the next one, and what it has told of the
    /// old one in this turn would be taken for news of that.
    func close(_ socket: any WatchedSocket) {
        closing.append(socket)
    }

    // MARK: The thread

    private func start(_ name: String) throws {
        // The thread has a reference of its own, for ever.
        let context = Unmanaged.passRetained(self).toOpaque()
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<SocketLoop>.fromOpaque(context).takeUnretainedValue().run()
            }, context)
        guard code == 0 else {
            Unmanaged<SocketLoop>.fromOpaque(context).release()
            throw IOError(errnoCode: code, reason: "pthread_create")
        }
        pthread_setname_np(thread, name)
        pthread_detach(thread)
    }

    private func run() -> Never {
        while true {
            wait()
            runTimers()
            runTasks()
            continueSockets()
            closeSockets()
        }
    }

    private func wait() {
        let hasWork = !tasks.isEmpty || !unfinished.isEmpty
        let timeout = hasWork ? 0 : timers.milliseconds
        epoll.wait(timeout) { descriptor, events in
            guard descriptor != epoll.wakeup else { return takeMail() }
            // Gone if it was closed after the kernel had told of it.
            sockets[Int(descriptor)]?.ready(events)
        }
    }

    private func takeMail() {
        epoll.takeWakeup()
        mail.withLock { mail in
            tasks.append(contentsOf: mail.tasks)
            mail.tasks.removeAll(keepingCapacity: true)
            mail.isAnnounced = false
        }
    }

    private func runTimers() {
        for timer in timers.takeDue().reversed() { timer.action() }
    }

    /// What these add runs in the next turn, so that sockets get theirs.
    private func runTasks() {
        guard !tasks.isEmpty else { return }
        var batch: ContiguousArray<@Sendable () -> Void> = []
        swap(&batch, &tasks)
        for task in batch { task() }
        batch.removeAll(keepingCapacity: true)
        if tasks.isEmpty { swap(&batch, &tasks) }
    }

    private func continueSockets() {
        guard !unfinished.isEmpty else { return }
        var batch: ContiguousArray<any WatchedSocket> = []
        swap(&batch, &unfinished)
        for socket in batch { socket.proceed() }
    }

    private func closeSockets() {
        while let socket = closing.popLast() {
            let index = Int(socket.descriptor)
            // One that could not be added has no place.
            if index < sockets.count, sockets[index] === socket {
                sockets[index] = nil
                epoll.remove(socket.descriptor)
            }
            Epoll.close(socket.descriptor)
            socket.closed()
        }
    }

    // MARK: Others

    var inEventLoop: Bool { pthread_equal(thread, pthread_self()) != 0 }

    func execute(_ task: @escaping @Sendable () -> Void) {
        if inEventLoop { return tasks.append(task) }
        let isFirst = mail.withLock { mail in
            mail.tasks.append(task)
            defer { mail.isAnnounced = true }
            return !mail.isAnnounced
        }
        if isFirst { epoll.wakeUp() }
    }

    @discardableResult
    func scheduleTask<T>(
        deadline: NIODeadline, _ task: @escaping @Sendable () throws -> T
    ) -> Scheduled<T> {
        let promise = makePromise(of: T.self)
        let timer = LoopTimers.Timer(deadline) {
            // On the loop, where the promise is too: the value goes nowhere else.
            do { promise.assumeIsolated().succeed(try task()) } catch { promise.fail(error) }
        }
        onLoop { self.timers.add(timer) }
        return Scheduled(promise: promise) {
            self.onLoop { self.timers.remove(timer) }
        }
    }

    @discardableResult
    func scheduleTask<T>(
        in time: TimeAmount, _ task: @escaping @Sendable () throws -> T
    ) -> Scheduled<T> {
        scheduleTask(deadline: .now() + time, task)
    }

    private func onLoop(_ work: @escaping @Sendable () -> Void) {
        if inEventLoop { work() } else { execute(work) }
    }

    /// Loops of servers are kept for the next one.
    func shutdownGracefully(
        queue: DispatchQueue, _ callback: @escaping @Sendable ((any Error)?) -> Void
    ) {
        queue.async { callback(EventLoopError.unsupportedOperation) }
    }
}
#endif
