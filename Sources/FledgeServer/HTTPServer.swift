// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore
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
    private let listeners: [any Listener]
    private let homes: [LoopHome]
    let state: ServerState

    /// The host that it was told to listen on.
    public let host: String
    /// The port that it listens on; the one that the system chose when it was asked for port 0.
    public let port: Int

    private init(
        _ listeners: [any Listener], _ homes: [LoopHome], _ state: ServerState, _ host: String,
        _ port: Int
    ) {
        self.listeners = listeners
        self.homes = homes
        self.state = state
        self.host = host
        self.port = port
    }

    /// Opens the sockets; requests are answered from then on.
    ///
    /// Each thread has an event loop and, on Linux, a listening socket of its own: a connection is
    /// accepted, read, answered and closed on one thread. The threads are kept when the server
    /// stops, for the next one. The soft limit of file descriptors of the process is raised to the
    /// hard one.
    ///
    /// - Parameters:
    ///   - app: The built app.
    ///   - host: A name or an address. `0.0.0.0` or `::` listens on every interface.
    ///   - port: The port; 0 lets the system choose.
    ///   - threads: From 1 to 1,024; as many as the process may use cores unless told.
    /// - Returns: The server, which runs until `stop`.
    /// - Throws: ``ListenError``, saying what to do about it.
    public static func start(
        _ app: BuiltApp, host: String = "127.0.0.1", port: Int, threads: Int? = nil
    ) async throws -> HTTPServer {
        try await start(app, host: host, port: port, threads: threads, security: nil)
    }

    /// Opens the sockets, with something between them and HTTP.
    package static func start(
        _ app: BuiltApp, host: String, port: Int, threads: Int?, security: ChannelSecurity?
    ) async throws -> HTTPServer {
        let threads = try ThreadCount(threads).value
        DescriptorLimit.raise()
        let state = ServerState(app)
        let ground: (homes: [LoopHome], listeners: [any Listener])
        do {
            ground = try await open(state, host: host, port: port, threads: threads, security)
        } catch {
            throw ListenError(error, host: host, port: port)
        }
        state.begin()
        for listener in ground.listeners { listener.begin() }
        let bound = ground.listeners.first?.address?.port ?? port
        return HTTPServer(ground.listeners, ground.homes, state, host, bound)
    }

    /// On Linux plain sockets have loops of our own; TLS, and all of it elsewhere, those of SwiftNIO.
    private static func open(
        _ state: ServerState, host: String, port: Int, threads: Int, _ security: ChannelSecurity?
    ) async throws -> (homes: [LoopHome], listeners: [any Listener]) {
        #if canImport(Glibc)
        if security == nil {
            let loops = try ServerLoops.sockets(threads)
            let homes = loops.map { LoopHome($0, state) }
            return (
                homes, try SocketListener.open(host: host, port: port, Array(zip(homes, loops)))
            )
        }
        #endif
        let group = ServerLoops.group(of: threads)
        let homes = group.makeIterator().map { LoopHome($0, state) }
        return (
            homes, try await ChannelListener.open(host: host, port: port, security, homes, group)
        )
    }

    /// Stops: accepts nobody but those who are connected already, closes idle connections, and
    /// waits for the answers that are being made, each with `Connection: close`.
    ///
    /// - Parameter drain: How long running requests get before they are cancelled and cut off;
    ///   `Limits.drain` unless told.
    public func stop(drain: Duration? = nil) async {
        let time = drain ?? state.limits.drain
        if time <= .zero { abort() }
        state.enter(.draining)
        for home in homes { home.loop.execute { home.drain() } }
        let cutOff = homes.first?.loop.scheduleTask(in: time.timeAmount) { self.abort() }
        await withTaskGroup { group in
            for listener in listeners { group.addTask { await listener.finish() } }
        }
        await state.waitUntilEmpty()
        cutOff?.cancel()
    }

    /// Stops as an orchestrator expects it: first says that it is not ready, and goes on for the
    /// time of `Limits.unready`, so that nobody is sent any more; then ``stop(drain:)``.
    ///
    /// When the task is cancelled, it stops at once.
    func retire() async {
        let isDevelopment = state.app.context.mode == .development
        await withTaskCancellationHandler {
            state.enter(.leaving)
            try? await Task.sleep(for: isDevelopment ? .zero : state.limits.unready)
            await stop()
        } onCancel: {
            abort()
        }
    }

    /// Closes the listening sockets and every connection, now.
    private func abort() {
        state.enter(.aborting)
        for listener in listeners { listener.close() }
        for home in homes { home.loop.execute { home.abort() } }
    }
}
