// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import Dispatch
import FledgeData
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The thread that may block: looking up names, TLS handshakes and telling a server to cancel all
/// wait for the network inside libpq.
let blockingQueue = DispatchQueue(label: "fledge.postgres", attributes: .concurrent)

extension PostgresConnection {
    /// Opens a connection and gives it to the poller.
    ///
    /// On a blocking thread from the first name to the last handshake: libpq looks up names inside
    /// `PQconnectStart` and, with several hosts, inside `PQconnectPoll`, and a handshake on the
    /// poller's thread would delay the answers of all other connections.
    ///
    /// - Throws: ``DatabaseError`` with code `.connection`, or `CancellationError`.
    static func connect(to address: PostgresAddress) async throws -> PostgresConnection {
        let attempt = ConnectAttempt(address)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                blockingQueue.async {
                    continuation.resume(with: Result { try attempt.run() })
                }
            }
        } onCancel: {
            attempt.isGivenUp.store(true, ordering: .relaxed)
        }
    }
}

private final class ConnectAttempt: Sendable {
    /// How soon a cancelled attempt notices.
    ///
    /// Nothing else can wake a thread in `poll`.
    private static let longestPoll = Duration.milliseconds(50)

    let isGivenUp = Atomic(false)
    private let address: PostgresAddress

    init(_ address: PostgresAddress) { self.address = address }

    func run() throws -> PostgresConnection {
        let started = address.withPointers { PQconnectStartParams($0, $1, 0) }
        guard let handle = started else { throw Self.failure("out of memory") }
        // Its notices would go to standard error.
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        do {
            try wait(for: handle)
            return try PostgresConnection(
                taking: handle, Poller.shared(), cacheSize: address.options.statementCacheSize)
        } catch {
            PQfinish(handle)
            throw error
        }
    }

    private func wait(for handle: OpaquePointer) throws {
        let limit = address.options.connectTimeout
        let deadline = ContinuousClock.now + limit
        var step = PGRES_POLLING_WRITING
        while true {
            guard !isGivenUp.load(ordering: .relaxed) else { throw CancellationError() }
            guard PQstatus(handle) != CONNECTION_BAD else { throw Self.failure(of: handle) }
            let now = ContinuousClock.now
            guard now < deadline else { throw Self.failure("no answer within \(limit)") }
            let pause = min(now.duration(to: deadline), Self.longestPoll)
            guard Self.isReady(PQsocket(handle), step, within: pause) else { continue }
            step = PQconnectPoll(handle)
            if step == PGRES_POLLING_OK { return }
            if step == PGRES_POLLING_FAILED { throw Self.failure(of: handle) }
        }
    }

    private static func isReady(
        _ socket: Int32, _ step: PostgresPollingStatusType, within pause: Duration
    ) -> Bool {
        let event = step == PGRES_POLLING_READING ? POLLIN : POLLOUT
        var entry = pollfd(fd: socket, events: Int16(event), revents: 0)
        let milliseconds = Int32(pause / .milliseconds(1)) + 1
        return poll(&entry, 1, milliseconds) > 0
    }

    private static func failure(of handle: OpaquePointer) -> DatabaseError {
        failure(PostgresErrors.text(PQerrorMessage(handle)))
    }

    private static func failure(_ reason: String) -> DatabaseError {
        DatabaseError(
            .connection,
            "The database cannot be reached: \(reason). Check that the server runs and that the "
                + "address, user and password are right.")
    }
}
#endif
