// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What the connections of one event loop share: its clock, its date, its executor.
///
/// One coarse tick drives all deadlines of all connections, so that no request starts or cancels a
/// timer. Times are read from the tick too, so a deadline is right to within a tick or two.
final class LoopHome: @unchecked Sendable {
    // Safe: touched on the loop only.
    let loop: any EventLoop
    let server: ServerState
    let executor: LoopExecutor
    /// In development only.
    let watch: StallWatch?

    @exclusivity(unchecked) private(set) var now = NIODeadline.now()
    /// The whole line of `Date`, made once a second (RFC 9110, 6.6.1).
    @exclusivity(unchecked) private(set) var dateLine = ByteBuffer()
    private var dateSecond = 0
    private var connections: [ObjectIdentifier: Connection] = [:]
    private var isTicking = false

    static let tick = TimeAmount.milliseconds(100)

    init(_ loop: any EventLoop, _ server: ServerState) {
        self.loop = loop
        self.server = server
        executor = LoopExecutor(loop)
        watch = StallWatch(server.app)
    }

    func add(_ connection: Connection) {
        connections[ObjectIdentifier(connection)] = connection
        guard !isTicking else { return }
        isTicking = true
        refresh()
        scheduleTick()
    }

    func remove(_ connection: Connection) {
        connections[ObjectIdentifier(connection)] = nil
    }

    /// Tells every connection that the server stops.
    func drain() {
        for connection in connections.values { connection.drain() }
    }

    /// Cuts every connection off.
    func abort() {
        for connection in connections.values { connection.cut() }
    }

    private func scheduleTick() {
        loop.scheduleTask(in: Self.tick) {
            self.refresh()
            for connection in self.connections.values { connection.tick(self.now) }
            // An idle server wakes up for nothing.
            if self.connections.isEmpty { self.isTicking = false } else { self.scheduleTick() }
        }
    }

    private func refresh() {
        now = .now()
        let second = time(nil)
        guard second != dateSecond else { return }
        dateSecond = second
        dateLine = ByteBuffer(
            string: "Date: \(HTTPDate(secondsSince1970: Int64(second)).description)\r\n")
    }
}
