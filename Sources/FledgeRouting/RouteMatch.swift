// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What the table says to a path and a method.
package enum RouteMatch<Value: Sendable>: Sendable {
    /// The route that answers, and where its parameters lie in the path.
    case found(Value, PathCaptures)

    /// Routes have the path and none has the method: 405, or the answer to OPTIONS.
    ///
    /// `allowed` are the methods of all routes that match the path, sorted, with HEAD where there
    /// is GET. `nearest` is the most specific of these routes, with its captures: its middleware
    /// wraps the answer, so that a preflight sees the CORS settings of the route.
    case wrongMethod(allowed: [String], nearest: Value, PathCaptures)

    /// Only with ``TrailingSlash/redirect``: the path with its last slash changed has a route.
    ///
    /// The core answers 308, also when that route does not have the method. The changed path is safe as a Location: it starts with exactly one
    /// slash, since no route matches an empty segment.
    case redirect(TrailingSlashChange)

    /// No route has the path.
    case notFound
}

extension RouteMatch: Equatable where Value: Equatable {}

extension RouteMatch {
    /// The same match with another value for the route.
    package func map<Other: Sendable>(_ transform: (Value) -> Other) -> RouteMatch<Other> {
        switch self {
        case .found(let value, let captures):
            .found(transform(value), captures)
        case .wrongMethod(let allowed, let nearest, let captures):
            .wrongMethod(allowed: allowed, nearest: transform(nearest), captures)
        case .redirect(let change): .redirect(change)
        case .notFound: .notFound
        }
    }
}

/// What makes the other form of a path.
package enum TrailingSlashChange: Sendable, Hashable {
    case add
    case remove
}
