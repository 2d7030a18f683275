// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore
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
    /// gracefully: nothing more is accepted, running requests get `Limits.drain`, then this returns.
    /// A second signal stops at once.
    ///
    /// - Parameters:
    ///   - host: The address to listen on; else `HOST` of the app's environment; else `127.0.0.1`,
    ///     which only this machine can reach. Containers need `0.0.0.0`.
    ///   - port: The port; else `PORT` of the app's environment; else 3000.
    /// - Throws: `SetupError` when the app is not right; ``ListenError`` when the port is taken.
    public func listen(host: String? = nil, port: Int? = nil) async throws {
        let address = try ListenAddress(host: host, port: port, environment: environment)
        let app = try build()
        // Before the socket is open, so that no signal after the ready line is missed.
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        let server = try await HTTPServer.start(app, host: address.host, port: address.port)
        announce("Listening on \(address.url(port: server.port))")
        await server.run(until: signals)
    }

    /// Flushed at once: whoever started the process may be waiting for the line on a pipe.
    private func announce(_ line: String) {
        print(line)
        fflush(nil)
    }
}

extension HTTPServer {
    /// Serves until the first signal, then stops gracefully; the second signal ends the waiting.
    func run(until signals: UnixSignalsSequence) async {
        await withTaskGroup(of: Void.self) { group in
            var iterator = signals.makeAsyncIterator()
            _ = await iterator.next()
            group.addTask { await self.stop() }
            group.addTask {
                // Ends without a signal when the first task is done and this one is cancelled.
                if await iterator.next() != nil { await self.stop(drain: .zero) }
            }
            await group.next()
            group.cancelAll()
        }
    }
}

/// Where to listen: arguments before environment before defaults.
struct ListenAddress: Hashable {
    let host: String
    let port: Int

    init(host: String?, port: Int?, environment: Environment) throws {
        self.host = host ?? environment["HOST"].flatMap { $0.isEmpty ? nil : $0 } ?? "127.0.0.1"
        if let port {
            guard (0...65_535).contains(port) else {
                throw ListenError(invalidPort: "\(port)", from: "The argument 'port'")
            }
            self.port = port
        } else if let text = environment["PORT"], !text.isEmpty {
            guard let port = Int(text), (0...65_535).contains(port) else {
                throw ListenError(invalidPort: text, from: "The environment variable PORT")
            }
            self.port = port
        } else {
            self.port = 3000
        }
    }

    /// As a browser takes it: IPv6 addresses in brackets.
    func url(port: Int) -> String {
        host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
    }
}
