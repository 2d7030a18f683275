// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore
import Logging
public import ServiceLifecycle

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension App {
    /// Adds services that run beside the server: a pool of database connections, a worker.
    ///
    ///     let database = PostgresClient(configuration: …)
    ///     app.addServices(database, OrderWorker(database))
    ///     try await app.listen()
    ///
    /// They are started in this order, before the server, and stopped after it in the opposite one:
    /// a request that is still being answered has its database. A service that throws stops the
    /// server gracefully. One that returns before it is told to stop does that at once, since
    /// whatever it did is missing then; a service without further work waits for `gracefulShutdown()`.
    ///
    /// A `Service` is of [swift-service-lifecycle](https://github.com/swift-server/swift-service-lifecycle).
    ///
    /// - Parameter services: Each runs once, in a task of its own.
    public func addServices(_ services: any Service...) {
        companions.append(contentsOf: services)
    }

    /// What `addServices` was given.
    var services: [any Service] { companions.compactMap { $0 as? any Service } }

    /// The server as a service, for a `ServiceGroup` of your own.
    ///
    ///     let group = ServiceGroup(
    ///         services: [database, try app.service(port: 8080)],
    ///         gracefulShutdownSignals: [.sigterm], logger: app.logger)
    ///     try await group.run()
    ///
    /// It stops on the group's graceful shutdown as ``listen(host:port:threads:)`` does on a signal,
    /// and at once when its task is cancelled. When it listens, the app's logger says where. What was
    /// given to ``addServices(_:)`` is not in it: the group is yours.
    ///
    /// - Parameters: As those of ``listen(host:port:threads:)``.
    /// - Returns: The service, to be run once. The app is built; later registrations do not change it.
    /// - Throws: `SetupError` when the app is not right; ``ListenError`` when an argument is not.
    public func service(
        host: String? = nil, port: Int? = nil, threads: Int? = nil
    ) throws -> HTTPService {
        try service(host: host, port: port, threads: threads, security: nil)
    }

    /// The server as a service, with something between its sockets and HTTP.
    package func service(
        host: String?, port: Int?, threads: Int?, security: ChannelSecurity?
    ) throws -> HTTPService {
        let logger = logger
        return try service(host: host, port: port, threads: threads, security: security) { url in
            logger.notice("Listening on \(url)")
        }
    }

    func service(
        host: String?, port: Int?, threads: Int?, security: ChannelSecurity? = nil,
        onListening: @escaping @Sendable (String) -> Void
    ) throws -> HTTPService {
        let app = try build()
        if let order = DescribeOrder.ofProcess {
            try order.carryOut(on: app, apiInfo: apiInfo)
            exit(EXIT_SUCCESS)
        }
        try MigrationsMissing.check()
        let address = try ListenAddress(host: host, port: port, environment: environment)
        let threads = try ThreadCount(threads, environment: environment)
        return HTTPService(
            app: app, address: address, threads: threads, security: security,
            onListening: onListening)
    }
}

/// The process was started to migrate and came as far as listening.
struct MigrationsMissing: Error, CustomStringConvertible {
    let description = """
        FLEDGE_MIGRATE is set, so the program was started to migrate its database, and it applied no \
        migrations on its way to listening. Apply them where the database is opened: \
        try await Migrations(directory: "migrations").apply(to: database)
        """

    /// - Throws: This, if that is so. FledgeData ends the process before when it carries out the order.
    static func check() throws {
        if getenv("FLEDGE_MIGRATE").map({ $0.pointee != 0 }) ?? false { throw MigrationsMissing() }
    }
}
