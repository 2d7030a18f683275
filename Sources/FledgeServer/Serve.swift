// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Makes an app and serves it until the process is told to stop: the whole of a `main.swift`.
///
///     await serve {
///         let environment = try Environment.load()
///         let services = try await Services(environment: environment)
///         let app = App(environment: environment)
///         FileRoutes.mount(on: app, services: services)
///         return app
///     }
///
/// What goes wrong on the way (a setting that is missing, two routes that conflict, a port that is
/// taken) ends the process with status 1 and its message on standard error. An error that leaves
/// `main.swift` by itself, as after a plain `try await app.listen()`, would be a trap with a
/// backtrace, in which the message is hard to find.
///
/// - Parameters:
///   - host: The address to listen on; else `HOST` of the app's environment; else `127.0.0.1`.
///   - port: The port; else `PORT` of the app's environment; else 3000.
///   - threads: How many threads serve; else `THREADS` of the app's environment; else one for each
///     core.
///   - makeApp: Builds the app. Called once.
public func serve(
    host: String? = nil, port: Int? = nil, threads: Int? = nil,
    _ makeApp: () async throws -> App
) async {
    await exitOnError {
        try await makeApp().listen(host: host, port: port, threads: threads)
    }
}

/// Runs what a program does; an error ends the process with status 1 and its message.
package func exitOnError(_ body: () async throws -> Void) async {
    do {
        try await body()
    } catch {
        // By descriptor: `stderr` is a mutable global of C, which Swift 6 does not let through.
        var message = "error: \(error)\n"
        message.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
        exit(EXIT_FAILURE)
    }
}
