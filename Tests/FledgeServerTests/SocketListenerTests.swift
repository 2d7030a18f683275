// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(Glibc)
import FledgeCore
import NIOCore
import Testing

import Glibc

@testable import FledgeServer

/// A listening socket of a loop; that it accepts and stops is tested by way of the server.
@Suite(.timeLimit(.minutes(1))) struct `A listening socket` {
    private func open(_ log: LogLines) throws -> (SocketListener, ServerState) {
        let app = App(mode: .test, logger: log.logger)
        let server = ServerState(try app.build())
        let loop = try SocketLoop(name: "test")
        let listeners = try SocketListener.open(
            host: "127.0.0.1", port: 0, [(LoopHome(loop, server), loop)])
        return (try #require(listeners.first), server)
    }

    @Test func `that the system has closed is reported`() async throws {
        let log = LogLines()
        let (listener, server) = try open(log)
        listener.begin()
        shutdown(listener.descriptor, CInt(SHUT_RDWR))
        #expect(await server.losses.first { _ in true }?.reason == .other)
        #expect(log.errors.contains { $0.contains("does not listen any more") })
        await listener.finish()
    }

    @Test func `that is stopping is not`() async throws {
        let log = LogLines()
        let (listener, server) = try open(log)
        listener.begin()
        server.enter(.draining)
        shutdown(listener.descriptor, CInt(SHUT_RDWR))
        await listener.finish()
        #expect(log.errors.isEmpty)
    }

    @Test func `is closed once, whoever asks for it`() async throws {
        let (listener, _) = try open(LogLines())
        listener.begin()
        listener.close()
        listener.close()
        await listener.finish()
        await listener.finish()
    }
}
#endif
