// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Logging
import Synchronization

/// What all connections of a server share.
final class ServerState: Sendable {
    let app: BuiltApp
    let limits: Limits
    let logger: Logger
    let load: HandlerLoad
    private let draining = Atomic<Bool>(false)
    private let aborting = Atomic<Bool>(false)
    private let connections = Mutex(Connections())

    private struct Connections {
        var count = 0
        var onRoom: [@Sendable () -> Void] = []
        var onEmpty: [CheckedContinuation<Void, Never>] = []
    }

    init(_ app: BuiltApp) {
        self.app = app
        limits = app.context.limits
        logger = app.context.logger
        load = HandlerLoad(bound: limits.requestsInFlight, logger: logger)
    }

    /// Whether the server stops: answers then say `Connection: close`.
    var isDraining: Bool { draining.load(ordering: .relaxed) }

    /// Whether the time for that is over: connections that were just accepted are cut too.
    var isAborting: Bool { aborting.load(ordering: .relaxed) }

    func startAborting() {
        aborting.store(true, ordering: .relaxed)
    }

    func startDraining() {
        draining.store(true, ordering: .relaxed)
    }

    var connectionCount: Int { connections.withLock { $0.count } }

    func connectionOpened() {
        connections.withLock { $0.count += 1 }
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

    /// Whether there is room for another connection; if not, `accept` is called when there is.
    func hasRoom(orElse accept: @escaping @Sendable () -> Void) -> Bool {
        connections.withLock { state in
            if state.count < limits.connections { return true }
            state.onRoom.append(accept)
            return false
        }
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
