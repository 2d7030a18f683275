// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import FledgeData
import Synchronization

/// One connection to the server.
///
/// It belongs to one task at a time, which sends on its own thread; the poller's thread receives.
/// Both work on libpq's object under the connection's lock, for as long as libpq copies bytes: no
/// call in here waits for the network.
final class PostgresConnection: Sendable {
    /// libpq's object, made by `PQconnectStart` and freed by `PQfinish`.
    ///
    /// libpq allows one thread at a time, which ``state`` sees to; hence the unchecked promise.
    struct Handle: @unchecked Sendable {
        let pointer: OpaquePointer
        let socket: Int32
    }

    struct State {
        /// Nil when the connection is closed; nobody has the pointer then.
        var handle: Handle?
        var exchange: Exchange?
        var lastExchange: UInt64 = 0
        var wantsToWrite = false
        var statements: StatementCache

        /// Called on the poller's thread when the connection is closed.
        var onClose: (@Sendable () -> Void)?

        /// Called on the poller's thread with the payload of each notification.
        var onNotification: (@Sendable (String) -> Void)?
    }

    /// Names the connection to the poller; never used twice.
    let id: UInt64

    let state: Mutex<State>
    let poller: Poller
    let canceller: Canceller

    /// Takes over a connection that is established, and frees it when it is closed.
    ///
    /// - Throws: If it cannot be watched; the caller still owns the pointer then.
    init(taking pointer: OpaquePointer, _ poller: Poller, cacheSize: Int) throws {
        guard PQsetnonblocking(pointer, 1) == 0, let canceller = Canceller(of: pointer) else {
            throw DatabaseError(.connection, PostgresErrors.text(PQerrorMessage(pointer)))
        }
        self.id = poller.nextID()
        self.poller = poller
        self.canceller = canceller
        let handle = Handle(pointer: pointer, socket: PQsocket(pointer))
        self.state = Mutex(State(handle: handle, statements: StatementCache(size: cacheSize)))
        try poller.add(self, handle.socket)
    }

    enum TransactionStatus { case idle, open, failed, lost }

    /// What the server said last.
    var transactionStatus: TransactionStatus {
        state.withLock { state in
            guard let handle = state.handle else { return .lost }
            switch PQtransactionStatus(handle.pointer) {
            case PQTRANS_IDLE: return .idle
            case PQTRANS_INTRANS: return .open
            case PQTRANS_INERROR: return .failed
            // A statement is still on its way, which nobody waits for any more.
            default: return .lost
            }
        }
    }

    var isClosed: Bool { state.withLock { $0.handle == nil } }

    /// Whether the next one may use it.
    var isReusable: Bool { transactionStatus == .idle }

    func onClose(_ body: @escaping @Sendable () -> Void) {
        let isClosed = state.withLock { state in
            state.onClose = body
            return state.handle == nil
        }
        if isClosed { body() }
    }

    /// Ends the connection, and whatever is under way on it.
    func close() {
        finish(throwing: PostgresErrors.lost("the connection was closed"))
    }

    /// Frees libpq's object, once.
    func finish(throwing error: any Error) {
        let (exchange, onClose) = state.withLock { state in
            guard let handle = state.handle else { return (nil as Exchange?, nil as (() -> Void)?) }
            // libpq closes the socket itself when it finds the connection broken, and a connection that
            // is being opened may have its number by now: that one's must not be taken off the list.
            let isOpen = PQsocket(handle.pointer) == handle.socket
            poller.remove(id, isOpen ? handle.socket : nil)
            PQfinish(handle.pointer)
            state.handle = nil
            defer {
                state.exchange = nil
                state.onNotification = nil
            }
            return (state.exchange, state.onClose)
        }
        exchange?.fail(error, on: self)
        onClose?()
    }
}
#endif
