// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import NIOCore
import NIOPosix

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A listening socket.
protocol Listener: Sendable {
    /// Where it listens.
    var address: SocketAddress? { get }

    /// Begins to accept.
    func begin()

    /// Accepts everybody whom the kernel has connected already, and closes; returns when that is
    /// done.
    func finish() async

    /// Closes at once; who waits in the kernel's queue is cut off.
    func close()
}

/// One listening channel of SwiftNIO, on one event loop.
///
/// On Linux every loop of a server has its own, all on the same port (`SO_REUSEPORT`): the kernel
/// deals the connections out, and each stays on the loop that accepted it. Elsewhere the first loop
/// accepts for all, since the option does not balance there.
struct ChannelListener: Listener {
    private let channel: any Channel
    private let gate: AcceptGate

    /// The most that the kernel keeps of connections that wait to be accepted.
    private static let backlog: CInt = 4096

    var address: SocketAddress? { channel.localAddress }

    /// Opens the sockets of a server.
    ///
    /// Nothing is accepted before `begin`, so a start that fails half way has accepted nobody.
    ///
    /// - Throws: What NIO throws; `IOError` with EADDRINUSE when somebody listens there already.
    static func open(
        host: String, port: Int, _ security: ChannelSecurity?, _ homes: [LoopHome],
        _ group: MultiThreadedEventLoopGroup
    ) async throws -> [ChannelListener] {
        let address = try SocketAddress.makeAddressResolvingHost(host, port: port)
        #if os(Linux)
        return try await openForEach(homes, at: address, security)
        #else
        return [try await bind(address, security, to: homes, loop: group.next(), group: group)]
        #endif
    }

    /// Opens a socket for each loop.
    ///
    /// The first claims the port for this process alone, so that a port that is taken is noticed,
    /// also when another server shares it among its own sockets. Only when the port is ours is the
    /// socket told to share it; the kernel asks again when the others are bound.
    private static func openForEach(
        _ homes: [LoopHome], at address: SocketAddress, _ security: ChannelSecurity?
    ) async throws -> [ChannelListener] {
        var listeners: [ChannelListener] = []
        do {
            for home in homes {
                let first = listeners.first
                let listener = try await bind(
                    first?.address ?? address, security, to: [home], loop: home.loop,
                    group: home.loop, sharesPort: first != nil)
                listeners.append(listener)
                if first == nil, homes.count > 1 { try await listener.sharePort() }
            }
        } catch {
            for listener in listeners { listener.close() }
            throw error
        }
        return listeners
    }

    private static let portSharing = ChannelOptions.Types.SocketOption(
        level: .socket, name: .init(rawValue: SO_REUSEPORT))

    private func sharePort() async throws {
        try await channel.setOption(Self.portSharing, value: 1).get()
    }

    // `loop` accepts, the loops of `group` get the connections, and `homes` are theirs.
    private static func bind(
        _ address: SocketAddress, _ security: ChannelSecurity?, to homes: [LoopHome],
        loop: any EventLoop, group: any EventLoopGroup, sharesPort: Bool = false
    ) async throws -> ChannelListener {
        guard let server = homes.first?.server else { throw ChannelError.operationUnsupported }
        let gate = AcceptGate(server)
        let bootstrap = ServerBootstrap(group: loop, childGroup: group)
            .serverChannelOption(.autoRead, value: false)
            .serverChannelOption(.backlog, value: backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(portSharing, value: sharesPort ? 1 : 0)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(gate)
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.autoRead, value: false)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    for home in homes where home.loop === channel.eventLoop {
                        try addHandlers(to: channel, home, security)
                    }
                }
            }
        return ChannelListener(channel: try await bootstrap.bind(to: address).get(), gate: gate)
    }

    private static func addHandlers(
        to channel: any Channel, _ home: LoopHome, _ security: ChannelSecurity?
    ) throws {
        let pipeline = channel.pipeline.syncOperations
        guard let security else {
            return try pipeline.addHandler(ChannelWire(Connection(home)))
        }
        let socketEnd = SocketEnd()
        try pipeline.addHandler(socketEnd)
        try security.addHandlers(channel)
        try pipeline.addHandler(ChannelWire(Connection(home), behind: socketEnd))
    }

    func begin() {
        channel.eventLoop.execute { gate.begin() }
    }

    func finish() async {
        channel.eventLoop.execute { gate.finish() }
        try? await channel.closeFuture.get()
    }

    func close() {
        channel.close(promise: nil)
    }
}
