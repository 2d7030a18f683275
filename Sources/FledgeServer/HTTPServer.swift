// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore
import Logging
import NIOCore
import NIOPosix

/// A server that is listening.
///
/// `App.listen` is the usual way; this is for tests, and for who runs more than one server.
///
///     let server = try await HTTPServer.start(app.build(), port: 0)
///     print(server.port)
///     await server.stop()
public final class HTTPServer: Sendable {
    private let listener: any Channel
    private let homes: [LoopHome]
    let state: ServerState

    /// The host that it was told to listen on.
    public let host: String
    /// The port that it listens on; the one that the system chose when it was asked for port 0.
    public let port: Int

    /// The most that the kernel keeps of connections that wait to be accepted.
    private static let backlog: CInt = 4096

    private init(
        _ listener: any Channel, _ homes: [LoopHome], _ state: ServerState, host: String, port: Int
    ) {
        self.listener = listener
        self.homes = homes
        self.state = state
        self.host = host
        self.port = port
    }

    /// Opens the socket; requests are answered from then on.
    ///
    /// - Parameters:
    ///   - app: The built app.
    ///   - host: A name or an address. `0.0.0.0` or `::` listens on every interface.
    ///   - port: The port; 0 lets the system choose.
    /// - Returns: The server, which runs until `stop`.
    /// - Throws: ``ListenError``, saying what to do about it.
    public static func start(
        _ app: BuiltApp, host: String = "127.0.0.1", port: Int
    ) async throws -> HTTPServer {
        let group = MultiThreadedEventLoopGroup.singleton
        let state = ServerState(app)
        let homes = group.makeIterator().map { LoopHome($0, state) }
        let listener: any Channel
        do {
            listener = try await bootstrap(group, homes, state).bind(host: host, port: port).get()
        } catch {
            throw ListenError(error, host: host, port: port)
        }
        let bound = listener.localAddress?.port ?? port
        return HTTPServer(listener, homes, state, host: host, port: bound)
    }

    private static func bootstrap(
        _ group: MultiThreadedEventLoopGroup, _ homes: [LoopHome], _ state: ServerState
    ) -> ServerBootstrap {
        ServerBootstrap(group: group.next(), childGroup: group)
            .serverChannelOption(.backlog, value: backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    // Without a pause, running out of file descriptors would spin the loop.
                    try channel.pipeline.syncOperations.addHandlers(
                        AcceptBackoffHandler(), AcceptGate(state))
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.autoRead, value: false)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    // Every loop of the group has its home.
                    for home in homes where home.loop === channel.eventLoop {
                        try channel.pipeline.syncOperations.addHandler(Connection(home))
                    }
                }
            }
    }

    /// Stops: accepts nothing more, closes idle connections, and waits for the answers that are
    /// being made, each with `Connection: close`.
    ///
    /// - Parameter drain: How long running requests get before they are cancelled and cut off;
    ///   `Limits.drain` unless told.
    public func stop(drain: Duration? = nil) async {
        state.startDraining()
        try? await listener.close()
        for home in homes { home.loop.execute { home.drain() } }
        let time = (drain ?? state.limits.drain).timeAmount
        let homes = homes
        let cutOff = homes[0].loop.scheduleTask(in: time) {
            for home in homes { home.loop.execute { home.abort() } }
        }
        await state.waitUntilEmpty()
        cutOff.cancel()
    }
}
