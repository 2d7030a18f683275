// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ

/// What was sent on a connection and is not answered yet.
struct Exchange {
    let number: UInt64

    /// Whether several commands went out at once, with one sync after them.
    let isPipelined: Bool

    let continuation: CheckedContinuation<[PostgresResult], any Error>
    var results: [PostgresResult] = []

    /// Whether all answers are there.
    var isAnswered = false

    /// Whether the task was cancelled.
    var isCancelled = false

    /// Whether the server is being told so.
    ///
    /// Until it knows, the connection must not get another statement, which would be cancelled in
    /// place of this one.
    var isTelling = false

    var isOver: Bool { isAnswered && !isTelling }

    enum Step { case more, finished, broken(String) }

    /// Takes all answers that have arrived.
    ///
    /// `PQgetResult` waits for the network unless `PQisBusy` says no, so that is asked each time.
    mutating func receive(from connection: OpaquePointer) -> Step {
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
}
#endif
