// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Logging
import Synchronization

/// What all connections of a server share.
final class ServerState: Sendable {
    let app: BuiltApp
    let limits: Limits
    /// Of the limits, beside them: reading one member of a large value copies all of it.
    let requestsPerConnection: Int
    let logger: Logger
    let load: HandlerLoad
    let shortage = DescriptorShortage()
    /// Connections at once: what the limits say, if the process may have so many descriptors.
    let maximumConnections: Int
    /// Gives the error when a listening socket has failed; for one reader.
    let losses: AsyncStream<ListenError>
    private let loss: AsyncStream<ListenError>.Continuation
    private let phase = Atomic<UInt8>(Phase.serving.rawValue)
    private let connections = Mutex(Connections())

    /// A server goes through them in this order, and may skip some.
    enum Phase: UInt8 {
        case serving
        /// Everybody is served, but each answer is the last one of its connection.
        case leaving
        /// Nobody new comes, and idle connections close.
        case draining
        /// The time for that is over: connections that were just accepted are cut too.
        case aborting
    }

    private struct Connections {
        var count = 0
        var onRoom: [@Sendable () -> Void] = []
        var onEmpty: [CheckedContinuation<Void, Never>] = []
    }

    init(_ app: BuiltApp) {
        self.app = app
        limits = app.context.limits
        requestsPerConnection = limits.requestsPerConnection
        logger = app.context.logger
        maximumConnections = min(limits.connections, DescriptorLimit.connections)
        (losses, loss) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
        load = HandlerLoad(bound: limits.requestsInFlight, logger: logger)
    }

    /// Whether answers say `Connection: close`.
    var isLeaving: Bool { hasReached(.leaving) }

    /// Whether idle connections close.
    var isDraining: Bool { hasReached(.draining) }

    /// Whether connections are cut off.
    var isAborting: Bool { hasReached(.aborting) }

    private func hasReached(_ other: Phase) -> Bool {
        phase.load(ordering: .relaxed) >= other.rawValue
    }

    /// The sockets are open.
    func begin() {
        app.context.readiness.isReady = true
        guard maximumConnections < limits.connections else { return }
        logger.notice(
            """
            At most \(maximumConnections) connections at once, and not the \(limits.connections) of \
            `limits.connections`: the process may not have more files open. Raise the limit \
            (`ulimit -n`; LimitNOFILE of systemd), or lower `limits.connections`.
            """)
    }

    /// A listening socket is closed, and nobody has asked for it: the network has failed under it.
    func socketLost() {
        let error = ListenError.socketLost
        logger.critical("\(error)")
        loss.yield(error)
    }

    /// Goes on to a phase; never back.
    func enter(_ next: Phase) {
        phase.max(next.rawValue, ordering: .relaxed)
        app.context.readiness.isReady = false
    }

    var connectionCount: Int { connections.withLock { $0.count } }

    /// Counts a connection if there is room for it; if not, `retry` is called when there may be.
    ///
    /// Counted when it is accepted and not when it begins, which may be after the next accept.
    func connectionOpened(orRetry retry: @escaping @Sendable () -> Void) -> Bool {
        connections.withLock { state in
            guard state.count < maximumConnections else {
                state.onRoom.append(retry)
                return false
            }
            state.count += 1
            return true
        }
    }

    func connectionClosed() {
        let (waiting, empty) = connections.withLock { state in
            state.count -= 1
            defer { if state.count == 0 { state.onEmpty = [] } }
            defer { state.onRoom = [] }
            return (state.onRoom, state.count == 0 ? state.onEmpty : [])
        }
        for accept in waiting { accept() }
        for continuation in empty { continuation.resume() }
    }

    /// Returns when no connection is left.
    func waitUntilEmpty() async {
        await withCheckedContinuation { continuation in
            let isEmpty = connections.withLock { state in
                if state.count > 0 { state.onEmpty.append(continuation) }
                return state.count == 0
            }
            if isEmpty { continuation.resume() }
        }
    }
}
