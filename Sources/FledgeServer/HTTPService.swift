// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
public import ServiceLifecycle

/// A server that has yet to listen, as a service; made by ``FledgeCore/App/service(host:port:threads:)``.
public struct HTTPService: Service {
    let app: BuiltApp
    let address: ListenAddress
    let threads: ThreadCount
    let security: ChannelSecurity?
    let onListening: @Sendable (String) -> Void

    /// Listens and serves until the graceful shutdown of the group that runs it, then stops
    /// gracefully; at once when the task is cancelled.
    ///
    /// - Throws: ``ListenError`` when the port is taken, or the system closes a listening socket.
    public func run() async throws {
        let server = try await HTTPServer.start(
            app, host: address.host, port: address.port, threads: threads.value, security: security)
        onListening(url(port: server.port))
        let failure = await failure(of: server)
        await server.retire()
        if let failure { throw failure }
    }

    private func url(port: Int) -> String {
        address.url(scheme: security == nil ? "http" : "https", port: port)
    }

    /// Waits until the service is told to stop, or cannot go on: then returns the reason.
    private func failure(of server: HTTPServer) async -> ListenError? {
        await withTaskGroup(of: ListenError?.self) { tasks in
            tasks.addTask {
                // Throws when the task is cancelled, and `retire` sees that too.
                try? await gracefulShutdown()
                return nil
            }
            tasks.addTask { await server.state.losses.first { _ in true } }
            let failure = await tasks.next()
            tasks.cancelAll()
            return failure ?? nil
        }
    }
}

extension HTTPService: CustomStringConvertible {
    /// How service groups name it in the log.
    public var description: String { "HTTPService(\(url(port: address.port)))" }
}
