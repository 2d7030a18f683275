// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import FledgeRouting
public import Logging

extension Request {
    /// What the matched route is; `nil` outside an app.
    package var route: CompiledRoute? {
        // Safe: only FledgeCore sets the scope, and only to routes.
        scope.map { unsafeDowncast($0, to: CompiledRoute.self) }
    }

    /// The route that answers this request; `nil` when none does and the answer is 404, 405 or 501.
    public var matchedRoute: RouteInfo? { route?.info }

    /// Calls `body` with the id and the route, for a log line.
    ///
    /// - Parameters:
    ///   - route: ``route``, which the caller has mostly asked for already.
    ///   - body: Writes the line.
    package func withLogMetadata(
        of route: CompiledRoute?, _ body: (Logger.Metadata) -> Void
    ) {
        guard let route else { return body(["request-id": .string(id)]) }
        route.logMetadata.with(requestID: id, body)
    }

    /// All routes of the app that answers this request, in the order of registration: for index
    /// pages and listings.
    public var allRoutes: [RouteInfo] { route?.app.routes ?? [] }

    /// The value of a path parameter, decoded; `nil` when the route has no parameter of that name.
    ///
    ///     app.get("/users/:id") { request in try await users.find(request.parameter("id")) }
    ///
    /// The captures of `on` and the parameters of controllers are typed; this is for the rest. A
    /// catch-all gives its segments joined with `/`; see ``parameters(_:)`` for the list.
    public func parameter(_ name: String) -> String? {
        pathText(name)
    }

    /// The value of a path parameter, parsed.
    ///
    ///     let id = try request.parameter("id", as: Int.self)
    ///
    /// - Throws: ``Problem`` with 404 when it does not parse: a path that does not exist.
    public func parameter<Value: ParameterValue>(_ name: String, as type: Value.Type) throws
        -> Value
    {
        guard let text = pathText(name), let value = Value(parameter: text) else {
            throw AutomaticAnswer.notFound(self)
        }
        return value
    }

    /// The decoded segments of a catch-all.
    public func parameters(_ name: String) -> [String] {
        pathSegments(name) ?? []
    }

    func pathText(_ name: String) -> String? {
        guard let index = captureIndex(name) else { return nil }
        return captureText(index)
    }

    func captureText(_ index: Int) -> String? {
        target.withPathBytes { PercentEncoding.text(of: captures[index], in: $0) }
    }

    func pathSegments(_ name: String) -> [String]? {
        guard let index = captureIndex(name) else { return nil }
        return target.withPathBytes { PercentEncoding.segments(of: captures[index], in: $0) }
    }

    private func captureIndex(_ name: String) -> Int? {
        guard let index = route?.parameterNames.firstIndex(of: name), index < captures.count else {
            return nil
        }
        return index
    }

    /// A logger that adds the request's id to every line.
    ///
    /// Made at each access, which costs a dictionary: keep it in a `let` when several lines are written.
    public var logger: Logger {
        var logger = route?.app.logger ?? Logger(label: "fledge")
        logger[metadataKey: "request-id"] = "\(id)"
        return logger
    }

    /// The cookies that came with the request.
    public var cookies: Cookies {
        Cookies(headers)
    }
}
