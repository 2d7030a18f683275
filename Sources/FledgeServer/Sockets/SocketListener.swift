// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(Glibc)
import CSockets
import Glibc
import NIOCore

/// A listening socket of a loop, whose connections stay on that loop.
///
/// It accepts when the server has begun, while there is room, and while the process has descriptors
/// left. Whoever waits meanwhile waits in the kernel, connected and not yet served.
final class SocketListener: WatchedSocket, Listener, @unchecked Sendable {
    // Safe: the variables are touched on the loop only.
    let descriptor: CInt
    let address: SocketAddress?
    private let home: LoopHome
    private let loop: SocketLoop
    private var hasBegun = false
    private var isWaitingForRoom = false
    private var isPausing = false
    private var isFinishing = false
    private var handshakesEnded = false
    /// Whether it is closed, at the latest at the end of this turn.
    private var isClosed = false
    /// Whether it is closed and the port is free.
    private var isGone = false
    private var onClosed: [CheckedContinuation<Void, Never>] = []

    /// One turn accepts no more than these, so that the others get theirs.
    private static let turn = 64

    /// - Parameters:
    ///   - descriptor: A listening, non-blocking socket, which is closed by this.
    ///   - home: Of its connections.
    ///   - loop: That of `home`.
    init(_ descriptor: CInt, _ home: LoopHome, on loop: SocketLoop) {
        self.descriptor = descriptor
        self.home = home
        self.loop = loop
        address = SocketAddress.local(of: descriptor)
    }

    private var server: ServerState { home.server }

    // MARK: Accepting

    func begin() {
        loop.execute {
            guard !self.isClosed else { return }
            self.hasBegun = true
            do { try self.loop.add(self, .readable) } catch { self.lost() }
        }
    }

    private var accepts: Bool { !isWaitingForRoom && !isPausing && !isClosed }

    private func setAccepting() {
        guard hasBegun, !isClosed else { return }
        loop.change(self, to: accepts ? .readable : .none)
    }

    func ready(_ events: Epoll.Events) {
        guard !isClosed else { return }
        if !events.isDisjoint(with: [.hungUp, .failed]) { return lost() }
        var left = Self.turn
        while left > 0, accepts, acceptOne() { left -= 1 }
        closeWhenEmpty()
    }

    func proceed() {}

    /// - Returns: Whether there may be another one.
    private func acceptOne() -> Bool {
        guard hasRoom() else { return false }
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let socket = withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                accept4(
                    descriptor, $0, &length,
                    CInt(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue))
            }
        }
        guard socket >= 0 else {
            let code = errno
            server.connectionClosed()
            return refused(code)
        }
        var on: CInt = 1
        setsockopt(
            socket, CInt(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<CInt>.size))
        let server = server
        SocketWire(socket, SocketAddress(storage), Connection(home), on: loop) {
            server.connectionClosed()
        }.begin()
        // Of each: a turn may accept more than are left.
        if DescriptorLimit.isNearlyReached(by: socket) { waitForDescriptors(nil) }
        return true
    }

    /// Takes a place; when there is none, comes back when there may be one.
    private func hasRoom() -> Bool {
        let hasRoom = server.connectionOpened {
            self.loop.execute {
                self.isWaitingForRoom = false
                self.setAccepting()
                self.closeWhenEmpty()
            }
        }
        if !hasRoom {
            isWaitingForRoom = true
            setAccepting()
        }
        return hasRoom
    }

    private func refused(_ code: CInt) -> Bool {
        if code == EAGAIN { return false }
        let error = IOError(errnoCode: code, reason: "accept")
        if DescriptorShortage.isCause(of: error) {
            waitForDescriptors(error)
            return false
        }
        if [EINVAL, EBADF, ENOTSOCK].contains(code) {
            lost()
            return false
        }
        // A client that was gone before it was accepted, or whose network has failed (accept(2)).
        // Anything else may last, and would be told again and again.
        if ![
            EINTR, ECONNABORTED, EPROTO, ENETDOWN, ENOPROTOOPT, EHOSTDOWN, ENONET, EHOSTUNREACH,
            EOPNOTSUPP, ENETUNREACH,
        ].contains(code) {
            pause()
            return false
        }
        return true
    }

    // MARK: Descriptors

    /// Descriptors come free whenever anything closes; nobody tells when, so it looks again.
    private static let descriptorPause = TimeAmount.milliseconds(100)

    private func waitForDescriptors(_ error: IOError?) {
        guard !isPausing else { return }
        server.shortage.report(error, server.logger)
        pause()
    }

    private func pause() {
        isPausing = true
        setAccepting()
        lookAgain()
    }

    private func lookAgain() {
        loop.scheduleTask(in: Self.descriptorPause) {
            guard !self.isClosed else { return }
            guard !DescriptorLimit.isNearlyReached else { return self.lookAgain() }
            self.isPausing = false
            self.setAccepting()
        }
    }

    // MARK: The end

    /// A handshake that had begun when the server began to stop gets this time to end.
    private static let handshakeTime = TimeAmount.milliseconds(100)

    /// Accepts who is connected already, and closes.
    ///
    /// Closing it with connections in the kernel's queue would reset them, and their clients may
    /// have sent requests already. Newcomers are kept out, or the queue might never be empty.
    func finish() async {
        await withCheckedContinuation { continuation in
            loop.execute {
                guard !self.isGone else { return continuation.resume() }
                self.onClosed.append(continuation)
                if !self.isClosed { self.beginToFinish() }
            }
        }
    }

    private func beginToFinish() {
        guard !isFinishing else { return }
        isFinishing = true
        NewcomerFilter.install(on: descriptor)
        loop.scheduleTask(in: Self.handshakeTime) {
            self.handshakesEnded = true
            self.closeWhenEmpty()
        }
    }

    private func closeWhenEmpty() {
        guard handshakesEnded, AcceptQueue.length(of: descriptor) ?? 0 == 0 else { return }
        closeNow()
    }

    private func lost() {
        if !isFinishing, !server.isDraining { server.socketLost() }
        closeNow()
    }

    func close() {
        loop.execute { self.closeNow() }
    }

    private func closeNow() {
        guard !isClosed else { return }
        isClosed = true
        loop.close(self)
    }

    func closed() {
        isGone = true
        let waiting = onClosed
        onClosed = []
        for continuation in waiting { continuation.resume() }
    }
}
#endif
