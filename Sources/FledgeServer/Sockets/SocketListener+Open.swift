// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(Glibc)
import Glibc
import NIOCore

extension SocketListener {
    /// The most that the kernel keeps of connections that wait to be accepted.
    private static let backlog: CInt = 4096

    /// Opens a socket for each loop, all on the same port: the kernel deals the connections out.
    ///
    /// The first claims the port for this process alone, so that a port that is taken is noticed,
    /// also when another server shares it among its own sockets. Only when the port is ours is the
    /// socket told to share it; the kernel asks again when the others are bound. Nothing is accepted
    /// before `begin`, so a start that fails half way has accepted nobody.
    ///
    /// - Throws: `IOError` of what the system refused; `SocketAddressError` for an unknown host.
    static func open(
        host: String, port: Int, _ places: [(LoopHome, SocketLoop)]
    ) throws -> [SocketListener] {
        let address = try SocketAddress.makeAddressResolvingHost(host, port: port)
        var listeners: [SocketListener] = []
        do {
            for (home, loop) in places {
                let first = listeners.first
                let socket = try bound(to: first?.address ?? address, sharesPort: first != nil)
                listeners.append(SocketListener(socket, home, on: loop))
                if first == nil, places.count > 1 { try set(socket, SOL_SOCKET, SO_REUSEPORT) }
            }
        } catch {
            for listener in listeners { listener.close() }
            throw error
        }
        return listeners
    }

    private static func bound(to address: SocketAddress, sharesPort: Bool) throws -> CInt {
        let family = address.protocol.rawValue
        let kind = SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
        let socket = try check("socket") { Glibc.socket(family, CInt(kind), 0) }
        do {
            try set(socket, SOL_SOCKET, SO_REUSEADDR)
            if sharesPort { try set(socket, SOL_SOCKET, SO_REUSEPORT) }
            try check("bind") {
                address.withSockAddr { bind(socket, $0, socklen_t($1)) }
            }
            try check("listen") { listen(socket, backlog) }
            return socket
        } catch {
            Epoll.close(socket)
            throw error
        }
    }

    private static func set(_ socket: CInt, _ level: CInt, _ option: CInt) throws {
        var on: CInt = 1
        try check("setsockopt") {
            setsockopt(socket, level, option, &on, socklen_t(MemoryLayout<CInt>.size))
        }
    }

    @discardableResult
    private static func check(_ name: String, _ call: () -> CInt) throws -> CInt {
        let result = call()
        guard result >= 0 else { throw IOError(errnoCode: errno, reason: name) }
        return result
    }
}

extension SocketAddress {
    /// The address of a socket's own end.
    static func local(of socket: CInt) -> SocketAddress? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(socket, $0, &length)
            }
        }
        return result == 0 ? SocketAddress(storage) : nil
    }

    /// - Parameter storage: As the system has filled it in; `nil` comes out for other families than
    ///   those of IP.
    init?(_ storage: sockaddr_storage) {
        switch CInt(storage.ss_family) {
        case AF_INET:
            self = withUnsafeBytes(of: storage) { .init($0.loadUnaligned(as: sockaddr_in.self)) }
        case AF_INET6:
            self = withUnsafeBytes(of: storage) { .init($0.loadUnaligned(as: sockaddr_in6.self)) }
        default:
            return nil
        }
    }
}
#endif
