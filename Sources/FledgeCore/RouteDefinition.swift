// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
public import FledgeRouting

/// A route as it was registered, before the app is built.
struct RouteDefinition: Sendable {
    /// `nil` answers any method.
    var method: Method?
    var path: String
    var name: String?
    /// For listings: `UserController.show`.
    var handler: String?
    var summary: String?
    /// What the doc comment says after its first paragraph.
    var details: String?
    /// What the doc comment's `Returns` says.
    var resultDetails: String?
    /// The statuses that the doc comment's `Throws` names, each with when.
    var failures: [ToldFailure] = []
    /// What the handler returns.
    var result: any Any.Type
    /// `nil` for explicit handlers, which read the request themselves.
    var parameters: [HandlerParameter]?
    /// How many captures the closure of `on` takes.
    var captures: [any Any.Type]?
    var options: RouteOptions
    /// Whether the server reads the body before it calls the handler.
    var readsWholeBody = false
    var endpoint: Endpoint
    var location: CodeLocation
}

/// The options that one route can have.
struct RouteOptions: Sendable {
    var bodyLimit: ByteCount?
    var middleware: [any Middleware] = []
    /// Whether it tells a machine how the app is: it then answers when the server is
    /// overloaded too, to whatever host, and writes no line to the log while all is well.
    var isProbe = false
    /// Whether a route of the app's own for the same path takes its place.
    var givesWay = false
}

/// A status that the doc comment of a handler names.
///
///     /// - Throws: 409 when the name is taken.
public struct ToldFailure: Sendable, Hashable {
    /// The status.
    public var status: Int
    /// When it is answered: `the name is taken`.
    public var details: String
}

/// A route as the built app sees it, for listings, logs and middleware.
public struct RouteInfo: Sendable {
    /// The method, `nil` when the route answers any.
    public let method: Method?
    /// The whole pattern: `/users/:id`.
    public let pattern: String
    /// The name given for URL building.
    public let name: String?
    /// The handler: `UserController.show`, or `nil` for a closure.
    public let handler: String?
    /// The first paragraph of the handler's doc comment.
    public let summary: String?
    /// The rest of the doc comment, as Markdown, without its lists of parameters, errors and results.
    public let details: String?
    /// What the doc comment's `Returns` says.
    public let resultDetails: String?
    /// The statuses that the doc comment's `Throws` names.
    public let failures: [ToldFailure]
    /// What the handler takes; `nil` for a closure, which reads the request itself.
    public let parameters: [HandlerParameter]?
    /// The types of the captures of the path, for the closures of `on`.
    public let captures: [any Any.Type]?
    /// What the handler returns; `Void` when it returns nothing.
    public let result: any Any.Type
    /// The types of the middleware around it, outermost first.
    public let middleware: [String]
    /// The largest body it takes.
    public let bodyLimit: ByteCount
    /// Whether it is one of `App.health`.
    public let isProbe: Bool
    /// Where it was registered.
    public let location: CodeLocation
    /// The middleware around it, outermost first, which may have something to say about it.
    package let around: [any Middleware]
}

/// A route of a built app: what a matched request points to.
///
/// A class, so that a request carries one reference.
package final class CompiledRoute: Sendable {
    package let app: AppContext
    /// `nil` for the answers that no route gives: 404, 405, OPTIONS, 501.
    package let info: RouteInfo?
    let logMetadata: LogMetadata
    let pattern: RoutePattern?
    let parameterNames: [String]
    package let bodyLimit: Int
    package let readsWholeBody: Bool
    package let form: Chain.Form
    /// What answers instead when too many requests are in flight.
    let refusal: Chain.Form
    /// See `RouteOptions.isProbe`.
    package let isProbe: Bool

    init(
        app: AppContext,
        info: RouteInfo?,
        pattern: RoutePattern?,
        bodyLimit: Int,
        readsWholeBody: Bool,
        form: Chain.Form,
        refusal: Chain.Form,
        isProbe: Bool = false
    ) {
        self.app = app
        self.info = info
        logMetadata = LogMetadata(route: info?.pattern)
        self.pattern = pattern
        parameterNames = pattern?.parameterNames ?? []
        self.bodyLimit = bodyLimit
        self.readsWholeBody = readsWholeBody
        self.form = form
        self.refusal = refusal
        self.isProbe = isProbe
    }
}
