// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ

/// What was sent on a connection and is not answered yet.
final class Exchange: @unchecked Sendable {
    // Safe: touched under the connection's lock as long as the connection has it, and then by the one
    // who took it from there.

    /// Who waits for the answers.
    enum Asker {
        /// A task, which has the connection.
        case task(UnsafeContinuation<[PostgresResult], any Error>)
        /// A query, which has the connection until it is answered.
        case query(PooledQuery, PreparedStatement)
    }

    let number: UInt64

    /// Whether several commands went out at once, with one sync after them.
    let isPipelined: Bool

    private let asker: Asker
    private(set) var results: [PostgresResult] = []

    /// Whether all answers are there.
    var isAnswered = false

    /// Whether the task was cancelled.
    var isCancelled = false

    /// Whether the server is being told so.
    ///
    /// Until it knows, the connection must not get another statement, which would be cancelled in
    /// place of this one.
    var isTelling = false

    init(_ number: UInt64, isPipelined: Bool = false, for asker: Asker) {
        self.number = number
        self.isPipelined = isPipelined
        self.asker = asker
    }

    var isOver: Bool { isAnswered && !isTelling }

    /// Whether the server has had something to write, as far as its word for the last command tells.
    var hasWritten: Bool { results.last?.hasWritten ?? false }

    enum Step { case more, finished, broken(String) }

    /// Takes all answers that have arrived.
    ///
    /// `PQgetResult` waits for the network unless `PQisBusy` says no, so that is asked each time.
    func receive(from connection: OpaquePointer) -> Step {
        var sawNull = false
        while PQisBusy(connection) == 0 {
            guard let pointer = PQgetResult(connection) else {
                // The end of a command: of the only one, or of one in the pipeline, after which
                // comes the next one's answer or the sync's.
                if !isPipelined { return .finished }
                if sawNull { return .broken("an answer is missing") }
                sawNull = true
                continue
            }
            sawNull = false
            let result = PostgresResult(pointer)
            switch result.status {
            case PGRES_PIPELINE_SYNC:
                guard PQexitPipelineMode(connection) == 1 else {
                    return .broken("the pipeline did not end")
                }
                return .finished
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                return .broken("COPY is not supported, and the connection cannot leave it")
            default: results.append(result)
            }
        }
        return .more
    }

    /// Hands over the answers, once: by the one who took the exchange from the connection.
    func finish(on connection: PostgresConnection) {
        switch asker {
        case .task(let continuation): continuation.resume(returning: results)
        case .query(let query, let prepared): query.answered(results, prepared, by: connection)
        }
    }

    /// The same when there will be no answers, or no more of them.
    func fail(_ error: any Error, on connection: PostgresConnection) {
        let error = isCancelled ? CancellationError() : error
        switch asker {
        case .task(let continuation): continuation.resume(throwing: error)
        case .query(let query, _): query.lost(connection, error)
        }
    }
}
#endif
