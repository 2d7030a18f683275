// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore
public import FledgeServer

extension App {
    /// Builds the app and serves it over TLS until the process is told to stop.
    ///
    ///     import FledgeTLS
    ///
    ///     try await app.listen(tls: TLSOptions(certificate: "cert.pem", key: "key.pem"))
    ///
    /// Everything else is as without TLS: limits, shutdown, services. A handshake gets the time of
    /// `Limits.headTime`; who does not speak TLS is closed without an answer. The files are read
    /// once: a renewed certificate needs a restart.
    ///
    /// - Parameters:
    ///   - host: The address to listen on; else `HOST` of the app's environment; else `127.0.0.1`.
    ///   - port: The port; else `PORT` of the app's environment; else 3000.
    ///   - threads: How many threads serve; else `THREADS` of the app's environment; else one for
    ///     each core.
    ///   - tls: The certificate and its key.
    /// - Throws: ``TLSError`` when the files will not do, with what to do about it; else as without TLS.
    public func listen(
        host: String? = nil, port: Int? = nil, threads: Int? = nil, tls: TLSOptions
    ) async throws {
        let security = try tls.security()
        try await listen(host: host, port: port, threads: threads, security: security)
    }

    /// The server as a service, for a `ServiceGroup` of your own.
    ///
    /// - Parameters: As those of ``listen(host:port:threads:tls:)``.
    /// - Returns: The service, to be run once.
    /// - Throws: ``TLSError`` when the files will not do; else as without TLS.
    public func service(
        host: String? = nil, port: Int? = nil, threads: Int? = nil, tls: TLSOptions
    ) throws -> HTTPService {
        try service(host: host, port: port, threads: threads, security: tls.security())
    }
}

extension HTTPServer {
    /// Opens the sockets; requests over TLS are answered from then on.
    ///
    /// - Parameters: As without TLS, and the certificate with its key.
    /// - Returns: The server, which runs until `stop`.
    /// - Throws: ``TLSError`` when the files will not do; `ListenError` when the port is taken.
    public static func start(
        _ app: BuiltApp, host: String = "127.0.0.1", port: Int, threads: Int? = nil,
        tls: TLSOptions
    ) async throws -> HTTPServer {
        try await start(
            app, host: host, port: port, threads: threads, security: try tls.security())
    }
}

/// Makes an app and serves it over TLS until the process is told to stop: the whole of a
/// `main.swift`.
///
/// What goes wrong on the way ends the process with status 1 and its message on standard error.
///
/// - Parameters:
///   - host: The address to listen on; else `HOST` of the app's environment; else `127.0.0.1`.
///   - port: The port; else `PORT` of the app's environment; else 3000.
///   - threads: How many threads serve; else `THREADS` of the app's environment; else one for each
///     core.
///   - tls: The certificate and its key.
///   - makeApp: Builds the app. Called once.
public func serve(
    host: String? = nil, port: Int? = nil, threads: Int? = nil, tls: TLSOptions,
    _ makeApp: () async throws -> App
) async {
    await exitOnError {
        try await makeApp().listen(host: host, port: port, threads: threads, tls: tls)
    }
}
