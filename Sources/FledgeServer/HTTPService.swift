// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
public import ServiceLifecycle

/// A server that has yet to listen, as a service; made by ``FledgeCore/App/service(host:port:threads:)``.
public struct HTTPService: Service {
    let app: BuiltApp
    let address: ListenAddress
    let threads: ThreadCount
    let onListening: @Sendable (String) -> Void

    /// Listens and serves until the graceful shutdown of the group that runs it, then stops
    /// gracefully; at once when the task is cancelled.
    ///
    /// - Throws: ``ListenError`` when the port is taken.
    public func run() async throws {
        let server = try await HTTPServer.start(
            app, host: address.host, port: address.port, threads: threads.value)
        onListening(address.url(port: server.port))
        // Throws when the task is cancelled, and `retire` sees that too.
        try? await gracefulShutdown()
        await server.retire()
    }
}

extension HTTPService: CustomStringConvertible {
    /// How service groups name it in the log.
    public var description: String { "HTTPService(\(address.url(port: address.port)))" }
}
