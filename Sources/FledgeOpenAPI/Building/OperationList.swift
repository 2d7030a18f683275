// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import FledgeRouting

/// The operations of a document: what becomes of each route.
struct OperationList {
    /// One method of one path.
    struct Operation {
        var path: String
        var method: String
        var builder: OperationBuilder
    }

    private(set) var operations: [Operation] = []
    /// What OpenAPI has no words for.
    private(set) var gaps: [String] = []
    private var shapes = PathShapes()
    private var names = OperationNames()
    /// The methods and paths that have an operation: `get /users/{id}`.
    private var taken: Set<String> = []

    init(_ routes: [RouteInfo]) {
        // A route for any method answers what no other route of its path does.
        for route in routes where route.method != nil { add(route) }
        for route in routes where route.method == nil { add(route) }
    }

    /// The methods that OpenAPI 3.1 has a word for.
    private static let known: Set<String> = [
        "get", "put", "post", "delete", "options", "head", "patch", "trace",
    ]

    /// What a route for any method is listed as.
    private static let common = ["get", "post", "put", "patch", "delete"]

    private mutating func add(_ route: RouteInfo) {
        guard !route.isProbe, let pattern = try? RoutePattern(route.pattern) else { return }
        let facts = RouteFacts(route, placeholders: pattern.parameterNames)
        guard !facts.told.isHidden else { return }
        let methods = route.method.map { [$0.rawValue.lowercased()] } ?? Self.common
        for template in PathTemplate.all(of: pattern) {
            for method in methods { add(method, template, facts) }
        }
    }

    private mutating func add(_ method: String, _ template: PathTemplate, _ facts: RouteFacts) {
        let route = facts.route
        guard Self.known.contains(method) else {
            gaps.append(
                "\(method.uppercased()) \(route.pattern): OpenAPI 3.1 has no word for this method.")
            return
        }
        let path = shapes.path(for: template)
        guard taken.insert("\(method) \(path.text)").inserted else { return }
        let builder = OperationBuilder(
            facts: facts, template: template, names: path.names,
            id: names.id(of: route, method: method, template),
            tag: OperationNames.tag(of: route, template))
        operations.append(Operation(path: path.text, method: method, builder: builder))
    }
}

/// Gives paths that differ in the names of their parameters alone one form.
///
/// They are one path for OpenAPI, and the first decides the names.
private struct PathShapes {
    private var known: [[String]: [String]] = [:]

    mutating func path(for template: PathTemplate) -> (text: String, names: [String]) {
        let names = known[template.literals] ?? template.names
        known[template.literals] = names
        return (template.text(names: names), names)
    }
}
