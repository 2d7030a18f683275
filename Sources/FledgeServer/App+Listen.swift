// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore
import ServiceLifecycle
import UnixSignals

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension App {
    /// Builds the app, listens, and serves until the process is told to stop.
    ///
    ///     try await app.listen()              // HOST and PORT, else 127.0.0.1:3000
    ///     try await app.listen(port: 8080)
    ///
    /// When the socket is open, one line says so on standard output. SIGTERM and SIGINT stop
    /// gracefully: for the time of `Limits.unready` the server says that it is not ready and goes on,
    /// then nothing more is accepted, running requests get `Limits.drain`, and this returns.
    /// A second signal stops at once.
    ///
    /// What was given to ``addServices(_:)`` runs beside the server. When one of these services
    /// fails, the server stops gracefully, and this throws the error of the service.
    ///
    /// - Parameters:
    ///   - host: The address to listen on; else `HOST` of the app's environment; else `127.0.0.1`,
    ///     which only this machine can reach. Containers need `0.0.0.0`.
    ///   - port: The port; else `PORT` of the app's environment; else 3000.
    ///   - threads: How many threads serve, from 1 to 1,024; else `THREADS` of the app's environment;
    ///     else as many as the process may use cores.
    /// - Throws: `SetupError` when the app is not right; ``ListenError`` when the port is taken; the
    ///   error of a service.
    public func listen(host: String? = nil, port: Int? = nil, threads: Int? = nil) async throws {
        try await listen(host: host, port: port, threads: threads, security: nil)
    }

    /// Listens with something between the sockets and HTTP.
    package func listen(
        host: String?, port: Int?, threads: Int?, security: ChannelSecurity?
    ) async throws {
        let server = try service(
            host: host, port: port, threads: threads, security: security
        ) { url in
            // Flushed at once: whoever started the process may be waiting for the line on a pipe.
            print("Listening on \(url)")
            fflush(nil)
        }
        // Before the socket is open, so that no signal after the ready line is missed.
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        try await ServiceGroup(server, beside: services, logger: logger).run(until: signals)
    }
}
