// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeRouting
public import Logging
import Synchronization

/// An application: the outermost router, with what the whole of it shares.
///
///     let app = App()
///     app.use(RequestID(), RequestLog())
///     app.get("/health") { _ in "ok" }
///     try await app.listen(port: 3000)
///
/// Nothing happens until it is built: by `listen`, by the test client, or by ``build()``. Then
/// every route gets its middleware flattened around it, and everything that is wrong is thrown as one ``SetupError``.
public final class App: Router, @unchecked Sendable {
    // Safe: all stored properties are immutable or behind the mutex.
    private struct Settings {
        var limits = Limits()
        var logger: Logger
        var companions: [any Sendable] = []
        var hosts: [String] = []
        var apiInfo: (any Sendable)?
    }

    private let settings: Mutex<Settings>

    /// The settings the app was started with; `listen` takes `HOST` and `PORT` from it.
    public let environment: Environment

    /// What the app runs for.
    public var mode: Mode { environment.mode }

    /// How one slash at the end of a path is treated.
    public let trailingSlash: TrailingSlash

    /// What is wrong with the process environment, reported when the app is built.
    let environmentMistake: String?

    /// Creates an app with nothing in it, on the environment of the process without any files.
    ///
    /// - Parameters:
    ///   - mode: What it runs for; unless told what `FLEDGE_ENV` says, or what the build was made for.
    ///   - limits: The bounds of the server; the defaults are safe.
    ///   - trailingSlash: `/users/` is `/users` unless told.
    ///   - logger: Where requests and errors are logged.
    public convenience init(
        mode: Mode? = nil,
        limits: Limits = Limits(),
        trailingSlash: TrailingSlash = .ignore,
        logger: Logger = Logger(label: "fledge")
    ) {
        let (environment, mistake) = Environment.ofProcess(mode: mode)
        self.init(environment, mistake, limits, trailingSlash, logger)
    }

    /// Creates an app with nothing in it, in the mode of `environment`.
    ///
    ///     let app = App(environment: try .load())
    ///
    /// - Parameters:
    ///   - environment: The settings of the app, usually `try .load()`.
    ///   - limits: The bounds of the server; the defaults are safe.
    ///   - trailingSlash: `/users/` is `/users` unless told.
    ///   - logger: Where requests and errors are logged.
    public convenience init(
        environment: Environment,
        limits: Limits = Limits(),
        trailingSlash: TrailingSlash = .ignore,
        logger: Logger = Logger(label: "fledge")
    ) {
        self.init(environment, nil, limits, trailingSlash, logger)
    }

    private init(
        _ environment: Environment,
        _ environmentMistake: String?,
        _ limits: Limits,
        _ trailingSlash: TrailingSlash,
        _ logger: Logger
    ) {
        self.environment = environment
        self.environmentMistake = environmentMistake
        self.trailingSlash = trailingSlash
        settings = Mutex(Settings(limits: limits, logger: logger))
        super.init()
    }

    /// The bounds of the server.
    ///
    /// Change them before the app is built.
    public var limits: Limits {
        get { settings.withLock { $0.limits } }
        set { settings.withLock { $0.limits = newValue } }
    }

    /// Where requests and errors are logged.
    ///
    /// Change it before the app is built.
    public var logger: Logger {
        get { settings.withLock { $0.logger } }
        set { settings.withLock { $0.logger = newValue } }
    }

    /// What runs beside the server: services, whose type only the server's target knows.
    package var companions: [any Sendable] {
        get { settings.withLock { $0.companions } }
        set { settings.withLock { $0.companions = newValue } }
    }

    /// What the document of the API says of it; its type is FledgeOpenAPI's.
    package var apiInfo: (any Sendable)? {
        get { settings.withLock { $0.apiInfo } }
        set { settings.withLock { $0.apiInfo = newValue } }
    }

    /// The hosts that the app answers to; empty, as it is at first, for every host.
    ///
    ///     app.hosts = ["shop.example", "www.shop.example"]
    ///
    /// A request for another host is answered with 421 (RFC 9110, 15.5.20), whether a route wants to
    /// know its host or not. Set it when links, redirects or mails are built from the host of a
    /// request and no proxy in front checks it: anybody can send any `Host`. Names are compared
    /// without port and case; the routes of ``health(_:ready:timeLimit:fileID:line:check:)`` answer
    /// to every host.
    ///
    /// Change it before the app is built.
    public var hosts: [String] {
        get { settings.withLock { $0.hosts } }
        set { settings.withLock { $0.hosts = newValue } }
    }

    /// Checks everything that was registered and flattens it.
    ///
    /// - Returns: The app as it runs; later registrations do not change it.
    /// - Throws: ``SetupError``, listing everything that is wrong with the places in the source.
    public func build() throws(SetupError) -> BuiltApp {
        try build(logger: logger, inside: [])
    }

    /// Builds the app with another logger, and with middleware around everything.
    ///
    /// For tests, which the tasks of a server know nothing of.
    package func build(
        logger: Logger, inside outermost: [any Middleware]
    ) throws(SetupError) -> BuiltApp {
        let context = AppContext(
            environment: environment, limits: limits, hosts: AllowedHosts(hosts), logger: logger)
        return try AppBuilder(
            context: context, trailingSlash: trailingSlash, outermost: outermost
        ).build(self)
    }
}

/// What the parts of a running app share.
package final class AppContext: Sendable {
    package let mode: Mode
    /// Whether answers may show internals.
    package let showsInternals: Bool
    package let limits: Limits
    /// Of the limits, beside them: reading one member of a large value may copy all of it.
    let jsonDepth: Int
    let hosts: AllowedHosts?
    package let logger: Logger
    package let readiness = Readiness()
    /// Filled in once, when the app has been built.
    private let routeList = Mutex<[RouteInfo]>([])

    package var routes: [RouteInfo] { routeList.withLock { $0 } }

    func finish(routes: [RouteInfo]) { routeList.withLock { $0 = routes } }

    init(environment: Environment, limits: Limits, hosts: AllowedHosts?, logger: Logger) {
        mode = environment.mode
        showsInternals = environment.showsInternals
        self.limits = limits
        jsonDepth = limits.jsonDepth
        self.hosts = hosts
        self.logger = logger
    }
}
