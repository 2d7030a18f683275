// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(Glibc)
import CSockets
import Glibc
import NIOCore

/// A connection on a socket, without anything between: one `read` for each time that it is
/// readable, one `send` for the answers to what was read.
final class SocketWire: Wire, WatchedSocket {
    let descriptor: CInt
    let remoteAddress: SocketAddress?
    private let loop: SocketLoop
    private let connection: Connection
    private let onClose: () -> Void

    // Touched by each request, on one thread; nothing is held while the connection is called.
    /// Whether the connection has asked for bytes.
    @exclusivity(unchecked) private var isReadWanted = false
    /// Whether there may be some; the kernel tells when there are again.
    @exclusivity(unchecked) private var isReadable = false
    @exclusivity(unchecked) private var isClosed = false
    /// Whether it waits for its next turn.
    @exclusivity(unchecked) private var isContinuing = false
    /// What the socket has not taken.
    @exclusivity(unchecked) private var waiting = OutgoingQueue()
    private var isFlushing = false
    private var onFlushed: (@Sendable () -> Void)?
    private(set) var isWritable = true

    /// Above so many bytes the client is said not to take any, as SwiftNIO does by default.
    private static let highWater = 64 * 1024
    /// Below so many it takes some again.
    private static let lowWater = 32 * 1024

    /// So much is sent in one turn.
    private static let flushed = 1024 * 1024

    var isSecure: Bool { false }

    var pendingBytes: Int { waiting.count }

    /// - Parameters:
    ///   - descriptor: An open, non-blocking socket, which is closed by this.
    ///   - remoteAddress: Its other end.
    ///   - connection: Gets what comes.
    ///   - loop: That of the connection.
    ///   - onClose: Called when the socket is closed.
    init(
        _ descriptor: CInt, _ remoteAddress: SocketAddress?, _ connection: Connection,
        on loop: SocketLoop, onClose: @escaping () -> Void
    ) {
        self.descriptor = descriptor
        self.remoteAddress = remoteAddress
        self.connection = connection
        self.loop = loop
        self.onClose = onClose
    }

    func begin() {
        do {
            try loop.add(self, .connection)
            connection.begin(on: self)
            read()
        } catch {
            close()
        }
    }

    func ready(_ events: Epoll.Events) {
        if events.contains(.writable), waiting.count > 0 { flush() }
        guard !isClosed else { return }
        if !events.isDisjoint(with: [.inputEnded, .hungUp, .failed]) {
            readToEnd()
            if !events.isDisjoint(with: [.hungUp, .failed]) { connection.cut() }
        } else if events.contains(.readable) {
            isReadable = true
            if isReadWanted { receive() }
        }
    }

    func proceed() {
        isContinuing = false
        guard !isClosed else { return }
        if isReadWanted, isReadable { receive() }
        if waiting.count > 0 { flush() }
    }

    func closed() {
        connection.wireClosed()
        onClose()
    }

    // MARK: Reading

    func read() {
        isReadWanted = true
        if isReadable { continueLater() }
    }

    private func continueLater() {
        guard !isContinuing else { return }
        isContinuing = true
        loop.proceedLater(self)
    }

    /// Reads once, and gives the connection what there was.
    private func receive() {
        isReadWanted = false
        let count = readOnce()
        if count > 0 {
            // Less than was asked for is all there was; the kernel tells when there is more.
            if count < loop.received.count { isReadable = false }
            connection.received(UnsafeRawBufferPointer(rebasing: loop.received[..<count]))
            connection.readEnded()
        } else if count == 0 {
            isReadable = false
            connection.inputEnded()
        } else {
            isReadable = false
            if errno == EAGAIN { isReadWanted = true } else { connection.cut() }
        }
    }

    /// Reads all that there is: the client sends nothing more, and a handler is to know soon.
    ///
    /// That is no more than the kernel's buffers hold.
    private func readToEnd() {
        isReadable = false
        while !isClosed {
            let count = readOnce()
            guard count > 0 else {
                if count == 0 {
                    connection.inputEnded()
                } else if errno != EAGAIN {
                    connection.cut()
                }
                return
            }
            connection.received(UnsafeRawBufferPointer(rebasing: loop.received[..<count]))
            connection.readEnded()
        }
    }

    private func readOnce() -> Int {
        var count = 0
        repeat {
            count = fledge_recv(descriptor, loop.received.baseAddress, loop.received.count)
        } while count < 0 && errno == EINTR
        return count
    }

    // MARK: Sending

    func sendNow(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard !isClosed, waiting.count == 0 else { return 0 }
        return max(0, Self.send(descriptor, bytes))
    }

    private static func send(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
        var count = 0
        repeat {
            count = fledge_send(descriptor, bytes.baseAddress, bytes.count)
        } while count < 0 && errno == EINTR
        return count
    }

    func write(_ bytes: ByteBuffer) {
        guard !isClosed else { return }
        waiting.append(bytes)
        if isWritable, waiting.count > Self.highWater {
            isWritable = false
            connection.writabilityChanged()
        }
    }

    func flush() {
        guard !isClosed, !isFlushing else { return }
        isFlushing = true
        defer { isFlushing = false }
        var left = Self.flushed
        while waiting.count > 0, !isClosed {
            // A client that takes all at once, and asks for more, is not the only one.
            guard left > 0 else { return continueLater() }
            let sent = waiting.withFirst { Self.send(descriptor, $0) }
            guard sent >= 0 else {
                if errno != EAGAIN { connection.cut() }
                return
            }
            left -= sent
            waiting.removeFirst(sent)
            if !isWritable, waiting.count < Self.lowWater {
                isWritable = true
                connection.writabilityChanged()
            }
        }
        if !isClosed { onFlushed.take()?() }
    }

    func flush(then done: @escaping @Sendable () -> Void) {
        guard !isClosed else { return done() }
        onFlushed = done
        flush()
    }

    // MARK: The end

    func closeOutput(then done: (@Sendable () -> Void)?) {
        shutdown(descriptor, CInt(SHUT_WR))
        done?()
    }

    func close() {
        guard !isClosed else { return }
        isClosed = true
        waiting = OutgoingQueue()
        onFlushed = nil
        loop.close(self)
    }
}
#endif
