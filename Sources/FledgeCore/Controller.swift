// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A type whose methods are handlers.
///
/// `@Controller` (or `@Route`, for files under `app/`) writes the conformance:
///
///     @Controller struct UserController {
///         let users: UserService
///
///         @GET("/:id") func show(id: User.ID) async throws -> User { try await users.find(id) }
///     }
///
///     app.use("/users", UserController(users: users))
///
/// The handlers stay plain methods: a test calls `UserController(users: fake).show(id: 1)`.
public protocol Controller: Sendable {
    /// Tells the routes of the type, without an instance of it, so that they can be listed without
    /// building the services.
    static func register(on routes: ControllerRoutes<Self>)
}

/// Collects the routes of a ``Controller``; what its `register(on:)` is given.
public final class ControllerRoutes<Subject: Controller> {
    /// A route that waits for its instance.
    struct Route {
        var definition: (Subject) -> RouteDefinition
    }

    var routes: [Route] = []

    init() {}
}

/// A parameter of a handler, as listings and boot checks see it.
public struct HandlerParameter: Sendable {
    /// Where the value comes from, as far as the signature tells.
    public enum Source: Sendable, Hashable {
        /// The path if the name stands there, else the query; or the request, for bindable types.
        case value
        /// The whole query string.
        case query
        /// The body.
        case body
    }

    /// The label.
    public var name: String
    /// The type.
    public var type: any Any.Type
    /// Where it comes from.
    public var source: Source
    /// Whether a default value is written.
    public var hasDefault: Bool
    /// The default, where it is written as a literal or a case.
    package var defaultValue: (@Sendable () -> Any)?
    /// What the doc comment says of it.
    public var details: String?

    /// Describes a parameter.
    public init(
        _ name: String,
        _ type: any Any.Type,
        _ source: Source = .value,
        hasDefault: Bool = false,
        details: String? = nil
    ) {
        self.name = name
        self.type = type
        self.source = source
        self.hasDefault = hasDefault
        self.details = details
    }

    /// Describes a parameter with a default that can be shown.
    public init<Value>(
        _ name: String,
        _ type: Value.Type,
        default value: @autoclosure @escaping @Sendable () -> Value,
        details: String? = nil
    ) {
        self.init(name, type, hasDefault: true, details: details)
        defaultValue = value
    }
}
