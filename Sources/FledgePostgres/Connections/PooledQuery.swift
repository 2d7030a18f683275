// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import FledgeData
import Synchronization

/// A statement on its own, from the line for a connection to its answer, for which its task sleeps once.
///
/// It is sent by whoever gives a connection back: its own task does not have to wake for that. A
/// connection that has not prepared the statement yet is lent to the task instead.
final class PooledQuery: GateVisitor, @unchecked Sendable {
    /// What comes of it, with a connection that is to be given back.
    enum Outcome {
        case answered([PostgresResult], PreparedStatement, by: PostgresConnection)
        /// The statement was not sent.
        case lent(PostgresConnection)
    }

    private enum Stage { case waiting, sent(PostgresConnection, number: UInt64), cancelled }

    let statement: SQLStatement
    private let pool: PostgresPool
    private let gate: Gate
    private let stage = Mutex(Stage.waiting)

    // Safe: it is set before anybody else knows the query, and taken by the one who ends it. Without an
    // outcome the task has a place in the pool, and opens the connection for it.
    private var continuation: UnsafeContinuation<Outcome?, any Error>?

    init(_ statement: SQLStatement, in pool: PostgresPool, _ gate: Gate) {
        self.statement = statement
        self.pool = pool
        self.gate = gate
    }

    func run() async throws -> Outcome {
        let outcome = try await withTaskCancellationHandler {
            try await withUnsafeThrowingContinuation { continuation in
                self.continuation = continuation
                gate.enter(self)
            }
        } onCancel: {
            cancel()
        }
        if let outcome { return outcome }
        return .lent(try await pool.fillPlace())
    }

    private func end(_ outcome: Outcome?) {
        continuation.take()?.resume(returning: outcome)
    }

    private func end(throwing error: any Error) {
        continuation.take()?.resume(throwing: error)
    }
}

// The way to the server.
extension PooledQuery {
    var isCancelled: Bool {
        stage.withLock { if case .cancelled = $0 { true } else { false } }
    }

    func refuse(_ error: any Error) { end(throwing: error) }

    func enter() -> Bool {
        guard let connection = pool.takeIdle() else {
            end(nil)
            return true
        }
        switch connection.start(self) {
        case .sent: return true
        case .unprepared: end(.lent(connection))
        case .broken(let reason): connection.finish(throwing: PostgresErrors.lost(reason))
        case .refused(let error):
            pool.putBack(connection)
            end(throwing: error)
            return false
        }
        return true
    }

    /// Notes where it is about to be sent, under that connection's lock.
    ///
    /// - Returns: Whether it may be: nobody has cancelled it.
    func willBeSent(on connection: PostgresConnection, number: UInt64) -> Bool {
        stage.withLock { stage in
            if case .cancelled = stage { return false }
            stage = .sent(connection, number: number)
            return true
        }
    }

    private func cancel() {
        let before = stage.withLock { stage in
            defer { stage = .cancelled }
            return stage
        }
        switch before {
        case .sent(let connection, let number): connection.cancel(number)
        case .waiting, .cancelled: gate.leave(self)
        }
    }
}

// The way back, on the poller's thread.
extension PooledQuery {
    /// All answers are there.
    ///
    /// The connection goes back by way of the task, and not to the next query right here: a server that
    /// commits ten transactions with one write to its disk would get the next one before the other nine,
    /// and write for it alone.
    func answered(
        _ results: [PostgresResult], _ prepared: PreparedStatement,
        by connection: PostgresConnection
    ) {
        end(.answered(results, prepared, by: connection))
    }

    /// There will be no answer.
    func lost(_ connection: PostgresConnection, _ error: any Error) {
        pool.release(connection)
        end(throwing: error)
    }
}
#endif
