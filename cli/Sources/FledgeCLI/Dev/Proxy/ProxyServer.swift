// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOHTTP1
import NIOPosix

/// Owns the port and the clients' connections, and hands requests to whichever build runs.
struct ProxyServer: Sendable {
    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup

    /// The port that it listens on.
    var port: Int { channel.localAddress?.port ?? 0 }

    /// Opens the port.
    ///
    /// - Parameters:
    ///   - host: The address.
    ///   - port: The port; 0 for any that is free.
    ///   - backend: Who answers.
    ///   - log: Gets a line for each answer.
    /// - Returns: The server, which takes connections.
    /// - Throws: ``CommandError`` when the port is taken or may not be opened.
    static func start(
        host: String, port: Int, backend: Backend,
        log: @escaping @Sendable (RequestLine) -> Void
    ) async throws -> ProxyServer {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
                    try pipeline.addHandler(ClientHandler(backend: backend, log: log))
                }
            }
        do {
            let channel = try await bootstrap.bind(host: host, port: port).get()
            return ProxyServer(channel: channel, group: group)
        } catch {
            try? await group.shutdownGracefully()
            throw PortError(host: host, port: port, error: error).asCommandError
        }
    }

    /// Closes the port and all connections.
    func stop() async {
        try? await channel.close()
        try? await group.shutdownGracefully()
    }
}
