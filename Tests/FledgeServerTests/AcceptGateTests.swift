// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import FledgeServer

/// Accepting when the process has no file descriptor left.
@Suite struct `The accept gate` {
    private func autoRead(_ channel: EmbeddedChannel) -> Bool? {
        channel.options.last { $0.0 is ChannelOptions.Types.AutoReadOption }?.1 as? Bool
    }

    @Test func `pauses while there are no descriptors, says so once, and goes on`() throws {
        let log = LogLines()
        let app = App(mode: .test, logger: Logger(label: "test") { _ in log })
        let gate = AcceptGate(ServerState(try app.build()))
        let channel = EmbeddedChannel(handler: gate)
        gate.begin()
        #expect(autoRead(channel) == true)

        for _ in 0..<3 {
            channel.pipeline.fireErrorCaught(IOError(errnoCode: 24, reason: "accept"))  // EMFILE
            #expect(autoRead(channel) == false)
            channel.embeddedEventLoop.advanceTime(by: .milliseconds(100))
            #expect(autoRead(channel) == true)
        }
        #expect(log.errors.count == 1)
        #expect(log.errors.first?.contains("ulimit -n") == true)
    }

    @Test func `goes on at once when a client was gone before it was accepted`() throws {
        let log = LogLines()
        let app = App(mode: .test, logger: Logger(label: "test") { _ in log })
        let gate = AcceptGate(ServerState(try app.build()))
        let channel = EmbeddedChannel(handler: gate)
        gate.begin()
        channel.pipeline.fireErrorCaught(IOError(errnoCode: 103, reason: "accept"))  // ECONNABORTED
        #expect(autoRead(channel) == true)
        #expect(log.errors.isEmpty)
    }

    @Test func `reports a socket that the system has closed, and no other`() async throws {
        for hasBegun in [false, true] {
            let server = ServerState(
                try App(mode: .test, logger: Logger(label: "test") { _ in LogLines() }).build())
            let gate = AcceptGate(server)
            let channel = EmbeddedChannel(handler: gate)
            channel.pipeline.fireChannelActive()
            if hasBegun { gate.begin() }
            channel.pipeline.fireChannelInactive()
            let reading = Task { await server.losses.first { _ in true } }
            if !hasBegun { reading.cancel() }
            #expect(await reading.value?.reason == (hasBegun ? .other : nil))
        }
    }
}
