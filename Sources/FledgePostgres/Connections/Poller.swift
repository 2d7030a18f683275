// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import FledgeData
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// One thread that waits for all connections of the process and takes what arrives.
///
/// It only copies: libpq reads a socket until there is nothing left, and complete answers wake the
/// tasks that wait for them, which decode them elsewhere. Who sends does not wake it, since every
/// connection is always watched for reading.
final class Poller: Sendable {
    private static let current = Mutex<Poller?>(nil)

    let queue: EventQueue
    private let connections = Mutex<[UInt64: PostgresConnection]>([:])
    private let lastID = Atomic<UInt64>(0)

    /// The process's poller, started when it is first needed; it stays.
    static func shared() throws -> Poller {
        try current.withLock { current in
            if let current { return current }
            let poller = Poller(try EventQueue())
            try poller.startThread()
            current = poller
            return poller
        }
    }

    private init(_ queue: EventQueue) { self.queue = queue }

    func nextID() -> UInt64 { lastID.wrappingAdd(1, ordering: .relaxed).newValue }

    func add(_ connection: PostgresConnection, _ socket: Int32) throws {
        connections.withLock { $0[connection.id] = connection }
        do { try queue.add(socket, connection.id) } catch {
            connections.withLock { $0[connection.id] = nil }
            throw error
        }
    }

    /// Chooses whether to wait until the socket can be written, too.
    func watch(_ id: UInt64, _ socket: Int32, writes: Bool) {
        queue.watch(socket, id, writes: writes)
    }

    /// Forgets a connection, before its socket is closed and its number given to another.
    ///
    /// - Parameters:
    ///   - id: Its name here.
    ///   - socket: The socket; nil if it was closed before, which takes it off the kernel's list.
    func remove(_ id: UInt64, _ socket: Int32?) {
        if let socket { queue.remove(socket) }
        connections.withLock { $0[id] = nil }
    }

    private func run() -> Never {
        var pace = PollerPace()
        while true {
            for id in queue.wait() {
                // Gone if it was closed after the kernel had put it into the list.
                guard let connection = connections.withLock({ $0[id] }) else { continue }
                if let kind = connection.process() { pace.note(kind) }
            }
        }
    }

    private func startThread() throws {
        // The thread takes over the reference that is retained here.
        let context = Unmanaged.passRetained(self).toOpaque()
        #if canImport(Darwin)
        var thread: pthread_t?
        let code = pthread_create(&thread, nil, { Poller.main($0) }, context)
        #else
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { $0.flatMap { Poller.main($0) } }, context)
        #endif
        guard code == 0 else {
            Unmanaged<Poller>.fromOpaque(context).release()
            throw DatabaseError(
                .connection, "The thread that waits for databases cannot be started (\(code)).")
        }
        #if !canImport(Darwin)
        pthread_detach(thread)
        #else
        thread.map { _ = pthread_detach($0) }
        #endif
    }

    private static func main(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<Poller>.fromOpaque(context).takeRetainedValue().run()
    }
}
#endif
