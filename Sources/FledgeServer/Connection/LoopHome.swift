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
    @exclusivity(unchecked) private(set) var dateLine: [UInt8] = []
    private var dateSecond = 0
    @exclusivity(unchecked) private var unsent: ContiguousArray<Connection> = []
    /// How many turns in a row, up to `sample`, had answers for one connection only.
    @exclusivity(unchecked) private var lonelyTurns = 0
    @exclusivity(unchecked) private var untilSample = 0
    private var connections: [ObjectIdentifier: Connection] = [:]
    private var isTicking = false
    /// The time of the tick before this one.
    ///
    /// The loop has looked at its sockets since, so what a client had sent by then has been read.
    /// Who is closed for having sent nothing is judged by it: the server may have been the one that
    /// was late.
    private(set) var lastTick = NIODeadline.now()
    private var lateTicks = 0

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

    /// Sends the answers of a connection when the sockets of this turn of the loop have been read.
    ///
    /// Reading and answering all and then sending all costs less than taking turns: the code of the
    /// one stays in the processor's caches, and a client with many connections is woken once. The
    /// first answer waits for no more than `batch` others.
    func flushSoon(_ connection: Connection) {
        unsent.append(connection)
        if unsent.count == 1 {
            loop.execute { self.flushUnsent() }
        } else if unsent.count >= Self.batch {
            flushUnsent()
        }
    }

    /// Sends the answers of a connection at the end of its read.
    ///
    /// At once where waiting would gather nothing: when each turn has had answers for one connection
    /// only. Now and then one waits all the same, and tells whether that is still so. The number is a
    /// prime, so that it falls on every place of a turn with several.
    func flushAfterRead(_ connection: Connection) {
        guard lonelyTurns >= Self.sample, unsent.isEmpty, untilSample > 0 else {
            untilSample = Self.sample
            return flushSoon(connection)
        }
        untilSample -= 1
        connection.flush()
    }

    private static let batch = 64
    private static let sample = 31

    private func flushUnsent() {
        guard !unsent.isEmpty else { return }
        // A flush may close a connection and so call others, which may have something to send.
        var batch: ContiguousArray<Connection> = []
        swap(&batch, &unsent)
        lonelyTurns = batch.count == 1 ? min(lonelyTurns + 1, Self.sample) : 0
        for connection in batch { connection.flush() }
        batch.removeAll(keepingCapacity: true)
        if unsent.isEmpty { swap(&batch, &unsent) }
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
            self.noteTick()
            self.refresh()
            for connection in self.connections.values { connection.tick(self.now) }
            // An idle server wakes up for nothing.
            if self.connections.isEmpty { self.isTicking = false } else { self.scheduleTick() }
        }
    }

    /// A tick that is late may run in one turn of the loop with the tick before it, and no look at the
    /// sockets between them.
    ///
    /// So it does not count, unless all are late: then idle connections would be kept for ever.
    private func noteTick() {
        let isLate = .now() - now > Self.tick * 2
        lateTicks = isLate && lateTicks < 10 ? lateTicks + 1 : 0
        if lateTicks == 0 { lastTick = now }
    }

    private func refresh() {
        now = .now()
        let second = time(nil)
        guard second != dateSecond else { return }
        dateSecond = second
        dateLine = Array("Date: \(HTTPDate(secondsSince1970: Int64(second)).description)\r\n".utf8)
    }
}
