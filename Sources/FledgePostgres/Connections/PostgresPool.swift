// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import FledgeData
import Synchronization

/// The connections to one database: so many at most, made as needed, kept for the next.
final class PostgresPool: Sendable {
    private struct State {
        /// The last one used is at the end and is used next, so that the others may rest.
        var idle: [PostgresConnection] = []
        var open = 0
        var isClosed = false
    }

    private let address: PostgresAddress
    private let gate: Gate
    private let state = Mutex(State())
    private let availability = Availability()

    init(_ address: PostgresAddress) {
        self.address = address
        self.gate = Gate(
            places: address.options.maxConnections, timeout: address.options.poolTimeout)
    }

    var metrics: DatabaseMetrics { gate.metrics(open: state.withLock { $0.open }) }

    /// Waits for a connection, which ``release(_:)`` gives back.
    func acquire() async throws -> PostgresConnection {
        try checkOpen()
        try await gate.acquire()
        if !isClosed, let idle = takeIdle() { return idle }
        return try await fillPlace()
    }

    /// A statement to be sent on the first connection that is free, and waited for.
    ///
    /// What it is lent, ``release(_:)`` gives back.
    func query(_ statement: SQLStatement) throws -> PooledQuery {
        try checkOpen()
        return PooledQuery(statement, in: self, gate)
    }

    /// Opens a connection for a place that is held; after a throw it is not any more.
    func fillPlace() async throws -> PostgresConnection {
        do {
            try checkOpen()
            return try await availability.attempt {
                try await open()
            } onOutage: { reason in
                // Whoever waits would try in vain, one after the other.
                gate.refuseWaiters(reason)
            }
        } catch {
            gate.release()
            throw error
        }
    }

    /// Takes a connection back: for the next call, or to close it if it is not as it was.
    func release(_ connection: PostgresConnection) {
        putBack(connection)
        gate.release()
    }

    /// The same while the place is kept.
    func putBack(_ connection: PostgresConnection) {
        let isKept = connection.isReusable
        if !isKept { connection.close() }
        let isClosed = state.withLock { state in
            if isKept, !state.isClosed { state.idle.append(connection) }
            return state.isClosed
        }
        if isKept, isClosed { connection.close() }
        // One that was lost in between is removed by `forget`, which runs before or after this.
        if connection.isClosed { forget(connection.id, isCounted: false) }
    }

    /// Waits for the calls in progress, and closes all connections.
    func close() async throws {
        let wasClosed = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed
        }
        guard !wasClosed else { return }
        gate.refuseWaiters(Self.closed)
        // With all places taken nothing is in progress any more. They are not given back.
        for _ in 0..<gate.places { try await gate.acquire(patience: .seconds(3600)) }
        closeIdle()
    }

    /// Closes what is idle now, and everything else when it comes back.
    func abandon() {
        state.withLock { $0.isClosed = true }
        closeIdle()
    }

    private func closeIdle() {
        let idle = state.withLock { state in
            defer { state.idle = [] }
            return state.idle
        }
        for connection in idle { connection.close() }
    }

    func takeIdle() -> PostgresConnection? {
        state.withLock { $0.idle.popLast() }
    }

    private func open() async throws -> PostgresConnection {
        let connection = try await PostgresConnection.connect(to: address)
        state.withLock { $0.open += 1 }
        let id = connection.id
        connection.onClose { [weak self] in self?.forget(id, isCounted: true) }
        return connection
    }

    /// Removes a connection that was lost, which the poller notices on idle ones, too.
    private func forget(_ id: UInt64, isCounted: Bool) {
        state.withLock { state in
            if isCounted { state.open -= 1 }
            state.idle.removeAll { $0.id == id }
        }
    }

    private var isClosed: Bool { state.withLock { $0.isClosed } }

    private func checkOpen() throws {
        if isClosed { throw Self.closed }
    }

    private static var closed: DatabaseError {
        DatabaseError(
            .connection, "The database was closed. Close it when nothing uses it any more.")
    }
}
#endif
