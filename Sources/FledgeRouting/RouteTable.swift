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

    // Beside `entries`, so that a match copies one value and not a whole entry.
    private let values: [Value]
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
        self.values = entries.map(\.value)
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
    ///   nothing up to four captures, and one array from the fifth on.
    package func match(path: UnsafeRawBufferPointer, method: String) -> RouteMatch<Value> {
        switch tree.match(path, method: method) {
        case .found(let entry, let captures): .found(values[entry], captures)
        case .wrongMethod(let allowed, let entry, let captures):
            .wrongMethod(allowed: allowed, nearest: values[entry], captures)
        case .redirect(let change): .redirect(change)
        case .notFound: .notFound
        }
    }

    /// Finds the route for a path that is a string: tests and route listings.
    package func match(path: String, method: String) -> RouteMatch<Value> {
        var path = path
        return path.withUTF8 { match(path: UnsafeRawBufferPointer($0), method: method) }
    }
}
