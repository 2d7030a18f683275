// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import Dispatch
import FledgeData
import Synchronization

extension PostgresConnection {
    /// How long the server has to end a statement that was cancelled.
    ///
    /// Then the connection is given up: the server was told, and ends the statement without us.
    private static let cancelGrace = DispatchTimeInterval.milliseconds(100)

    /// Sends something and waits for all answers to it.
    ///
    /// When the task is cancelled the server is told so, and the wait ends with the server's
    /// answer, or without it when that takes too long; the connection is closed then.
    ///
    /// The closure calls libpq's functions that send, which return 1, or 0 for a failure; with more
    /// than one command it is `pipelined`.
    func exchange(
        pipelined: Bool = false, _ send: (OpaquePointer) -> Int32
    ) async throws -> [PostgresResult] {
        let number = state.withLock { state in
            state.lastExchange += 1
            return state.lastExchange
        }
        return try await withTaskCancellationHandler {
            // Whoever takes the exchange from the state resumes it, and nobody else; see `Exchange`.
            try await withUnsafeThrowingContinuation { continuation in
                begin(Exchange(number, isPipelined: pipelined, for: .task(continuation)), send)
            }
        } onCancel: {
            cancel(number)
        }
    }

    private func begin(_ exchange: Exchange, _ send: (OpaquePointer) -> Int32) {
        enum Outcome { case sent, refused(any Error), broken(String) }
        let outcome: Outcome = state.withLock { state in
            guard let handle = state.handle else {
                return .refused(PostgresErrors.lost("the connection was closed"))
            }
            // The cancellation handler may have run before there was an exchange to cancel. Both
            // take this lock, so either it finds the exchange or the flag is seen here.
            if Task.isCancelled { return .refused(CancellationError()) }
            guard state.exchange == nil else {
                return .refused(DatabaseError(.misuse, "The connection is in use."))
            }
            let pointer = handle.pointer
            state.exchange = exchange
            guard !exchange.isPipelined || PQenterPipelineMode(pointer) == 1, send(pointer) == 1,
                !exchange.isPipelined || PQpipelineSync(pointer) == 1
            else { return .broken(PostgresErrors.text(PQerrorMessage(pointer))) }
            return flush(&state, handle) ? .sent : .broken("it cannot be written to")
        }
        switch outcome {
        case .sent: break
        case .refused(let error): exchange.fail(error, on: self)
        case .broken(let reason): finish(throwing: PostgresErrors.lost(reason))
        }
    }

    enum Start { case sent, unprepared, refused(any Error), broken(String) }

    /// Sends a query if its statement is prepared here.
    ///
    /// On the thread of whoever gave the connection back.
    func start(_ query: PooledQuery) -> Start {
        state.withLock { state in
            guard let handle = state.handle else {
                return .refused(PostgresErrors.lost("the connection was closed"))
            }
            guard state.exchange == nil else {
                return .refused(DatabaseError(.misuse, "The connection is in use."))
            }
            guard let prepared = state.statements.find(query.statement.text) else {
                return .unprepared
            }
            do {
                let values = try ParameterBuffer(query.statement.values, as: prepared.parameters)
                state.lastExchange += 1
                guard query.willBeSent(on: self, number: state.lastExchange) else {
                    return .refused(CancellationError())
                }
                state.exchange = Exchange(state.lastExchange, for: .query(query, prepared))
                guard prepared.send(values, on: handle.pointer) == 1 else {
                    return .broken(PostgresErrors.text(PQerrorMessage(handle.pointer)))
                }
            } catch {
                return .refused(error)
            }
            return flush(&state, handle) ? .sent : .broken("it cannot be written to")
        }
    }

    /// Hands the kernel what it takes of the bytes to send; the poller sends the rest.
    private func flush(_ state: inout State, _ handle: Handle) -> Bool {
        let left = PQflush(handle.pointer)
        guard left >= 0 else { return false }
        if (left == 1) != state.wantsToWrite, PQsocket(handle.pointer) == handle.socket {
            state.wantsToWrite = left == 1
            poller.watch(id, handle.socket, writes: left == 1)
        }
        return true
    }

    /// Takes what has arrived; on the poller's thread.
    ///
    /// - Returns: What kind of statement is answered now, if one is.
    func process() -> PollerPace.Kind? {
        var over: Exchange?
        var broken: String?
        var notes: [String] = []
        var onNotification: (@Sendable (String) -> Void)?
        state.withLock { state in
            guard let handle = state.handle else { return }
            let isAlive = PQconsumeInput(handle.pointer) == 1 && flush(&state, handle)
            // Asking also makes libpq read what comes unasked, on an idle connection too.
            notes = Self.notifications(of: handle.pointer)
            onNotification = state.onNotification
            if case .broken(let reason)? = state.receive(from: handle.pointer) {
                broken = reason
            } else if !isAlive || PQstatus(handle.pointer) == CONNECTION_BAD {
                broken =
                    state.exchange?.results.last?.anyMessage
                    ?? PostgresErrors.text(PQerrorMessage(handle.pointer))
            }
            over = state.takeOver()
        }
        let kind: PollerPace.Kind? = over.map { $0.hasWritten ? .write : .read }
        over?.finish(on: self)
        if let broken { finish(throwing: PostgresErrors.lost(broken)) }
        for note in notes { onNotification?(note) }
        return kind
    }

    private static func notifications(of connection: OpaquePointer) -> [String] {
        var payloads: [String] = []
        // Each is a block of memory of its own, and its texts are parts of it.
        while let note = PQnotifies(connection) {
            payloads.append(PostgresErrors.text(note.pointee.extra))
            PQfreemem(note)
        }
        return payloads
    }
}

extension PostgresConnection.State {
    fileprivate mutating func receive(from connection: OpaquePointer) -> Exchange.Step? {
        guard exchange?.isAnswered == false else { return nil }
        let step = exchange?.receive(from: connection)
        if case .finished? = step { exchange?.isAnswered = true }
        return step
    }

    /// Removes the exchange if it is over.
    fileprivate mutating func takeOver() -> Exchange? {
        guard let exchange, exchange.isOver else { return nil }
        self.exchange = nil
        return exchange
    }
}

extension PostgresConnection {
    /// Tells the server to end an exchange, if it is still the current one.
    func cancel(_ number: UInt64) {
        let isNew = state.withLock { state in
            guard state.exchange?.number == number, state.exchange?.isCancelled == false else {
                return false
            }
            state.exchange?.isCancelled = true
            state.exchange?.isTelling = true
            return true
        }
        guard isNew else { return }
        blockingQueue.async { [self] in
            canceller.cancel()
            told(number)
        }
        blockingQueue.asyncAfter(deadline: .now() + Self.cancelGrace) { [self] in
            let isStillOn = state.withLock { $0.exchange?.number == number }
            if isStillOn { finish(throwing: CancellationError()) }
        }
    }

    /// The server knows; if it had answered before, the exchange is over now.
    private func told(_ number: UInt64) {
        let over: Exchange? = state.withLock { state in
            guard state.exchange?.number == number else { return nil }
            state.exchange?.isTelling = false
            return state.takeOver()
        }
        over?.finish(on: self)
    }
}
#endif
