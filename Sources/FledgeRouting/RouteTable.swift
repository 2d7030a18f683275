// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A route as it was registered: what the table is built from.
package struct RouteEntry<Value: Sendable>: Sendable {
    package let pattern: RoutePattern
    /// The method token, compared exactly as HTTP says (RFC 9110, 9.1); nil answers any method.
    package let method: String?
    package let location: CodeLocation
    package let value: Value

    package init(
        _ pattern: RoutePattern, method: String?, location: CodeLocation, value: Value
    ) {
        self.pattern = pattern
        self.method = method
        self.location = location
        self.value = value
    }
}

/// All routes of an app, built once when the app is built and never changed.
///
/// ```swift
/// let table = try RouteTable([
///     RouteEntry(RoutePattern("/users/me"), method: "GET", location: here, value: showMe),
///     RouteEntry(RoutePattern("/users/:id"), method: "DELETE", location: here, value: delete),
/// ])
/// table.match(path: "/users/me", method: "DELETE")      // .found(delete, captures)
/// ```
///
/// The most specific route answers, whatever the order of registration: segment by segment from
/// the left, literal text comes before a parameter with prefix or suffix (the longer prefix first,
/// then the longer suffix), then a plain parameter, then a catch-all of one or more segments, then
/// one of zero or more. Path and method are matched together: a route that does not have the
/// method lets the next one try. At one path, a route of the request's method comes before GET
/// (which also answers HEAD), and that before a route for any method.
///
/// A parameter and a catch-all never match an empty segment: no route matches `/a//b`.
package struct RouteTable<Value: Sendable>: Sendable {
    /// The routes in the order of registration.
    package let entries: [RouteEntry<Value>]

    /// How a slash at the end of a path is treated.
    package let trailingSlash: TrailingSlash

    let tree: RouteTree

    /// Builds the table.
    ///
    /// - Throws: ``RouteConflicts`` with every pair of routes that would answer the same requests.
    /// - Complexity: O(*n*) in the length of all patterns.
    package init(
        _ entries: [RouteEntry<Value>], trailingSlash: TrailingSlash = .ignore
    ) throws(RouteConflicts) {
        var builder = RouteTreeBuilder(trailingSlash: trailingSlash)
        for (index, entry) in entries.enumerated() {
            builder.insert(entry.pattern, method: entry.method, entry: index)
        }
        let conflicts = builder.conflicts.map { indices in
            RouteConflicts.Conflict(
                routes: indices.map {
                    RouteConflicts.Route(
                        method: entries[$0].method, pattern: entries[$0].pattern,
                        location: entries[$0].location)
                })
        }
        guard conflicts.isEmpty else { throw RouteConflicts(conflicts: conflicts) }
        self.entries = entries
        self.trailingSlash = trailingSlash
        self.tree = builder.makeTree()
    }

    /// Finds the route for a request.
    ///
    /// - Parameters:
    ///   - path: The path of the request target as it was sent: percent-encoded, without the query.
    ///     A path that does not begin with `/` is not found.
    ///   - method: The method token as it was sent.
    /// - Returns: The route with its captures, or what to answer instead.
    /// - Complexity: O(*s*) for *s* segments in the usual case, whatever the number of routes. A
    ///   path that many routes fit in part visits each node of the tree at most once. Allocates
    ///   nothing up to four captures, and one array from the fifth on. Only a wrong method costs
    ///   more: a second search, and the list of methods.
    package func match(path: UnsafeRawBufferPointer, method: String) -> RouteMatch<Value> {
        matchIndex(path: path, method: method).map { entries[$0].value }
    }

    /// Finds the route for a request, by its index in ``entries``: for the request path.
    ///
    /// It answers as `match` does in about half the time. A `package` function is not specialized
    /// for the module that calls it, so one that is generic in `Value` looks up metadata in each
    /// call. This one is not generic; keep an array of what the routes need beside the table.
    ///
    /// - Parameters:
    ///   - path: As sent, percent-encoded, without the query.
    ///   - method: As sent.
    /// - Returns: The index of the route with its captures, or what to answer instead.
    package func matchIndex(path: UnsafeRawBufferPointer, method: String) -> RouteMatch<Int> {
        tree.match(path, method: tree.methods.id(of: method))
    }

    /// Finds the route for a request with a common method, without comparing its name.
    ///
    /// - Parameters:
    ///   - path: As sent, percent-encoded, without the query.
    ///   - commonMethod: The index of the method in ``commonMethods``.
    /// - Returns: The index of the route with its captures, or what to answer instead.
    package func matchIndex(
        path: UnsafeRawBufferPointer, commonMethod: Int
    ) -> RouteMatch<Int> {
        tree.match(path, method: commonMethod)
    }

    /// The methods that have the same number in every table.
    package static var commonMethods: [String] { MethodNames.common }

    /// Finds the route for a path that is a string: tests and route listings.
    package func match(path: String, method: String) -> RouteMatch<Value> {
        var path = path
        return path.withUTF8 { match(path: UnsafeRawBufferPointer($0), method: method) }
    }
}
