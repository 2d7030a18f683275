// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting
import Logging
import Synchronization

/// Collects routes, middleware, controllers and other routers, in the order they are registered.
///
///     let users = Router()
///     users.use(RequireLogin())                     // for what follows, in this router and below
///     users.get("/:id") { request in … }
///     app.use("/users", users)                      // everything of `users`, below /users
///
/// The words are those of Express, with one difference: routes answer by how specific their paths
/// are, not by the order of registration. Middleware runs in the order of registration; `use` applies
/// to what is registered after it.
///
/// Registering never fails. What is wrong is reported all at once when the app is built, with the
/// places where it was registered.
public class Router: @unchecked Sendable {
    // Safe: the only stored property is the mutex. (Unchecked because the class is open to `App`.)
    private let registrations = Mutex(Registrations())

    private struct Registrations {
        var list: [Registration] = []
        /// Whether an app was built of them: what comes later is not in that app.
        var isBuilt = false
    }

    enum Registration {
        case middleware(any Middleware, CodeLocation)
        case route(RouteDefinition)
        case router(path: String, Router, CodeLocation)
    }

    /// An empty router, to be filled and then mounted with `use(_:_:)`.
    public init() {}

    func add(_ registration: Registration) {
        let isTooLate = registrations.withLock { registrations in
            registrations.list.append(registration)
            return registrations.isBuilt
        }
        guard isTooLate else { return }
        Logger(label: "fledge").error(
            "Registered after the app was built, so the running app does not have it. Register before 'listen'.",
            metadata: ["at": "\(registration.location)"])
    }

    var content: [Registration] { registrations.withLock { $0.list } }

    /// The registrations, for an app that is built of them now.
    func takeForBuilding() -> [Registration] {
        registrations.withLock { registrations in
            registrations.isBuilt = true
            return registrations.list
        }
    }
}

extension Router.Registration {
    var location: CodeLocation {
        switch self {
        case .middleware(_, let location), .router(_, _, let location): location
        case .route(let definition): definition.location
        }
    }
}

extension Router {
    /// Adds middleware around what is registered after it, in this router and below.
    ///
    ///     app.use(RequestID(), RequestLog(), CORS(origins: ["https://shop.example"]))
    ///
    /// On the app itself it also wraps the answers that no route gives: 404, 405, preflights, errors.
    ///
    /// - Parameters:
    ///   - middleware: Outermost first.
    ///   - fileID: Where this is written; leave it out.
    ///   - line: Where this is written; leave it out.
    public func use(
        _ middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line
    ) {
        for middleware in middleware {
            add(.middleware(middleware, CodeLocation(fileID: fileID, line: line)))
        }
    }

    /// Mounts a router: everything in it answers below `path`.
    ///
    /// - Parameters:
    ///   - path: A pattern; its parameters join those of the routes below.
    ///   - router: Later registrations in it are seen until the app is built.
    ///   - fileID: Where this is written; leave it out.
    ///   - line: Where this is written; leave it out.
    public func use(
        _ path: String,
        _ router: Router,
        fileID: String = #fileID,
        line: Int = #line
    ) {
        add(.router(path: path, router, CodeLocation(fileID: fileID, line: line)))
    }

    /// Mounts a controller: its routes answer below `path`.
    ///
    ///     app.use("/users", UserController(users: services.users))
    ///
    /// - Parameters:
    ///   - path: A pattern; its parameters join those of the controller's routes.
    ///   - controller: The instance whose methods answer.
    ///   - fileID: Where this is written; leave it out.
    ///   - line: Where this is written; leave it out.
    public func use<Subject: Controller>(
        _ path: String,
        _ controller: Subject,
        fileID: String = #fileID,
        line: Int = #line
    ) {
        let routes = ControllerRoutes<Subject>()
        Subject.register(on: routes)
        let router = Router()
        for route in routes.routes { router.add(.route(route.definition(controller))) }
        use(path, router, fileID: fileID, line: line)
    }

    /// The compiler's message for an app inside an app.
    @available(
        *, unavailable,
        message:
            "An App is the outermost router: its limits and environment count for everything in it. Make the inner one a Router."
    )
    public func use(_ path: String, _ app: App) {}

    /// The compiler's message for a path before middleware.
    @available(
        *, unavailable,
        message: "Middleware below a path belongs to a group: app.group(\"/path\") { $0.use(…) }"
    )
    public func use(_ path: String, _ middleware: any Middleware) {}

    /// The compiler's message for something that is neither.
    @available(
        *, unavailable,
        message:
            "Only a Router or a Controller can be mounted. Does the type lack @Controller or @Route?"
    )
    @_disfavoredOverload
    public func use<Other>(_ path: String, _ other: Other) {}

    /// Registers routes that share a path or middleware.
    ///
    ///     app.group("/admin") { admin in
    ///         admin.use(RequireStaff())
    ///         admin.get("/stats") { _ in … }
    ///     }
    ///
    /// - Parameters:
    ///   - path: What is put before the paths inside; empty for a group that shares middleware only.
    ///   - fileID: Where this is written; leave it out.
    ///   - line: Where this is written; leave it out.
    ///   - build: Fills the router of the group; called at once.
    public func group(
        _ path: String = "",
        fileID: String = #fileID,
        line: Int = #line,
        _ build: (Router) -> Void
    ) {
        let router = Router()
        build(router)
        use(path, router, fileID: fileID, line: line)
    }
}
