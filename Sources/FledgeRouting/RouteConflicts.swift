// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Routes that would answer the same requests, all of them, found when the app is built.
///
/// ```
/// 1 route conflict:
///   GET /users/:id    Shop/UserRoutes.swift:12
///   GET /users/:name  Shop/main.swift:30        both answer the same requests; remove one or change its path
/// ```
///
/// Two routes conflict when they have the same method, or both take any method, and differ at most
/// in the names of their parameters. `*path` and `*path?` after the same prefix conflict too.
public struct RouteConflicts: Error, Sendable, Hashable, CustomStringConvertible {
    /// One of the routes that are in conflict.
    public struct Route: Sendable, Hashable {
        /// The method, nil for a route that takes any.
        public let method: String?
        /// The path, as it was registered.
        public let pattern: RoutePattern
        /// Where it was registered.
        public let location: CodeLocation
    }

    /// Two or more routes of which only one could ever answer.
    public struct Conflict: Sendable, Hashable {
        /// The routes, in the order of registration.
        public let routes: [Route]
    }

    /// Every conflict of the app, in the order of registration of their first routes.
    public let conflicts: [Conflict]

    /// The code to search the documentation for.
    public var code: String { "FLEDGE_ROUTE_CONFLICT" }

    /// A table of all conflicts, one route per line.
    public var description: String {
        let routes = conflicts.flatMap(\.routes)
        let pathWidth = routes.map(\.path.count).max() ?? 0
        let locationWidth = routes.map(\.location.description.count).max() ?? 0
        var lines = ["\(conflicts.count) route conflict\(conflicts.count == 1 ? "" : "s"):"]
        for conflict in conflicts {
            for (index, route) in conflict.routes.enumerated() {
                var line = "  " + pad(route.path, to: pathWidth) + "  "
                if index == conflict.routes.count - 1 {
                    line += pad("\(route.location)", to: locationWidth) + "  " + conflict.remedy
                } else {
                    line += "\(route.location)"
                }
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n")
    }

    private func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension RouteConflicts.Route {
    fileprivate var path: String { "\(method ?? "ANY") \(pattern)" }
}

extension RouteConflicts.Conflict {
    fileprivate var remedy: String {
        routes.count == 2
            ? "both answer the same requests; remove one or change its path"
            : "all \(routes.count) answer the same requests; keep one or change the paths"
    }
}
