// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import NIOCore
import NIOEmbedded
import Synchronization
import Testing

@testable import FledgeServer

/// The jobs that wait for the end of a read, where the read has none.
@Suite struct `A connection that is cut off in the middle of a read` {
    private final class Flag: Sendable {
        private let value = Atomic(false)
        var isSet: Bool { value.load(ordering: .relaxed) }
        func set() { value.store(true, ordering: .relaxed) }
    }

    @Test func `does not hold back the tasks of the other connections of its loop`() throws {
        let loop = EmbeddedEventLoop()
        let home = LoopHome(loop, ServerState(try App(mode: .test).build()))
        let channel = EmbeddedChannel(handler: ChannelWire(Connection(home)), loop: loop)

        // NIO reports no end of the read on a connection that was closed inside of it.
        channel.pipeline.fireChannelRead(ByteBuffer(string: "GET / HTTP/1.1\r\n"))
        channel.close(promise: nil)
        loop.run()

        let hasRun = Flag()
        Task(executorPreference: home.executor) { hasRun.set() }
        loop.run()
        #expect(hasRun.isSet)
    }
}
