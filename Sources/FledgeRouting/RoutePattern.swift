// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The path of a route: what requests it answers, and how its URLs are built.
///
/// | written | matches | captures |
/// |---|---|---|
/// | `/users` | the segment `users` | |
/// | `/users/:id` | any one segment | `id` |
/// | `/report-:id.pdf` | one segment with that beginning and end | `id` |
/// | `/files/*path` | one or more segments | `path` |
/// | `/docs/*path?` | zero or more segments | `path` |
///
/// ```swift
/// let orders = try RoutePattern("/users/:id/orders/:order")
/// orders.parameterNames                                // ["id", "order"]
/// try orders.path(["id": "7", "order": "A/1"])         // "/users/7/orders/A%2F1"
/// ```
///
/// The leading `/` may be left out. A name is an ASCII letter or `_`, then letters, digits and `_`.
/// A segment has at most one parameter, and a catch-all stands last and alone in its segment.
/// Literal text is any Unicode and is compared, byte by byte, with the percent-decoded segment of
/// the request: write `/straße`, not `/stra%C3%9Fe`. A `\` takes the next character literally
/// (`/\:id`); it also ends a name (`:id\s` is the parameter `id` and the suffix `s`).
///
/// A trailing slash is kept as written. Whether `/users/` differs from `/users` is the policy of
/// the app, ``TrailingSlash``, and by default it does not.
public struct RoutePattern: Sendable, Hashable {
    /// One part of a path, between two slashes.
    package enum Segment: Sendable, Hashable {
        /// UTF-8 text, unescaped. Bytes, since `String` holds "é" and "e\u{301}" for equal, and
        /// a URL does not.
        case literal([UInt8])
        /// `prefix:name suffix` in one segment; both texts are often empty.
        case parameter(name: String, prefix: [UInt8], suffix: [UInt8])
        /// `*name`, or `*name?` when it may match nothing.
        case catchAll(name: String, allowsEmpty: Bool)
    }

    package let segments: [Segment]

    /// Whether the pattern was written with a trailing slash; never so for `/`.
    package let hasTrailingSlash: Bool

    init(segments: [Segment], hasTrailingSlash: Bool) {
        self.segments = segments
        self.hasTrailingSlash = hasTrailingSlash && !segments.isEmpty
    }

    /// The names of the parameters and of the catch-all, in the order of the path.
    ///
    /// - Complexity: O(*n*) in the segments; keep the result where it is asked for often.
    public var parameterNames: [String] { segments.compactMap(\.name) }

    /// Whether the last segment is a catch-all.
    package var endsInCatchAll: Bool {
        if case .catchAll = segments.last { true } else { false }
    }
}

extension RoutePattern {
    /// Puts `other` below this pattern, as mounting a router does.
    ///
    /// ```swift
    /// let users = try RoutePattern("/users/:id")
    /// try users.appending(RoutePattern("/orders"))    // /users/:id/orders
    /// try users.appending(RoutePattern("/"))          // /users/:id
    /// ```
    ///
    /// The trailing slash of the result is that of `other`; one on the prefix means nothing.
    ///
    /// - Parameter other: The pattern below this one. `/` stands for the prefix itself.
    /// - Returns: The pattern of the whole path.
    /// - Throws: ``RoutePatternError`` when a segment would follow a catch-all, or when both
    ///   patterns use the same name.
    public func appending(_ other: RoutePattern) throws(RoutePatternError) -> RoutePattern {
        if endsInCatchAll, !other.segments.isEmpty {
            throw RoutePatternError(
                .catchAllNotLast, pattern: "\(other)",
                "it cannot follow \"\(self)\": a catch-all takes the rest of the path. "
                    + "Mount it on a prefix without the catch-all")
        }
        let names = Set(parameterNames)
        if let twice = other.parameterNames.first(where: names.contains) {
            throw RoutePatternError(
                .duplicateName, pattern: "\(other)",
                "the name '\(twice)' is already used by \"\(self)\", which it is mounted on. "
                    + "Rename one of the two")
        }
        return RoutePattern(
            segments: segments + other.segments, hasTrailingSlash: other.hasTrailingSlash)
    }
}

extension RoutePattern: CustomStringConvertible {
    /// The canonical form: with a leading slash, and `\` only where it is needed.
    ///
    /// Parsing it gives the same pattern again.
    public var description: String {
        if segments.isEmpty { return "/" }
        let path = segments.map { "/\($0)" }.joined()
        return hasTrailingSlash ? path + "/" : path
    }
}

extension RoutePattern.Segment: CustomStringConvertible {
    package var name: String? {
        switch self {
        case .literal: nil
        case .parameter(let name, _, _), .catchAll(let name, _): name
        }
    }

    package var description: String {
        switch self {
        case .literal(let text):
            RoutePatternSyntax.escape(text)
        case .parameter(let name, let prefix, let suffix):
            RoutePatternSyntax.escape(prefix) + ":\(name)"
                + RoutePatternSyntax.escape(suffix, afterName: true)
        case .catchAll(let name, let allowsEmpty):
            "*\(name)\(allowsEmpty ? "?" : "")"
        }
    }
}
