// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The methods of HTTP as routes name them.
enum Verbs {
    static let all: Set<String> = [
        "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "QUERY",
    ]

    /// The verb of a route that is added in code: `app.get("/users") { … }`.
    ///
    /// A client of a test has methods of the same names, without a closure. So has a dictionary,
    /// without a path.
    static func ofMethod(_ name: String, _ node: FunctionCallExprSyntax) -> String? {
        let verb = name == "on" || name == "all" ? methodArgument(node) : name.uppercased()
        guard let verb, all.contains(verb), name != name.uppercased() else { return nil }
        let path = path(node)
        // `app.get("/search", search)`: the last argument is the handler, by its name.
        let byName =
            node.arguments.count > 1
            && node.arguments.last.map { $0.label == nil && $0.expression.memberPath != nil }
                ?? false
        guard !node.closures.isEmpty || byName else { return nil }
        if let path { return path.isEmpty || path.hasPrefix("/") ? verb : nil }
        return pathExpression(node) != nil && isRouter(node.receiver) ? verb : nil
    }

    /// What stands where the path of a route does, a text or not: `app.get(Paths.orders) { … }`.
    static func pathExpression(_ node: FunctionCallExprSyntax) -> ExprSyntax? {
        node.arguments.lazy.filter { $0.label == nil }.map(\.expression).first { expression in
            guard let member = expression.as(MemberAccessExprSyntax.self), member.base == nil else {
                return !expression.is(ClosureExprSyntax.self)
            }
            return !all.contains(member.declName.baseName.text.uppercased())
        }
    }

    /// Whether a name is one that people give to what routes are added to.
    private static func isRouter(_ node: ExprSyntax?) -> Bool {
        guard let name = node?.memberPath?.last?.lowercased() else { return false }
        return ["app", "api", "r", "v1", "v2", "web", "$0"].contains(name)
            || ["router", "routes", "group", "app"].contains { name.hasSuffix($0) }
    }

    /// The path of a route that is added in code: the first text.
    static func path(_ node: FunctionCallExprSyntax) -> String? {
        node.arguments.lazy.filter { $0.label == nil }.compactMap(\.expression.literalText).first
    }

    private static func methodArgument(_ node: FunctionCallExprSyntax) -> String? {
        for argument in node.arguments {
            guard let member = argument.expression.as(MemberAccessExprSyntax.self) else { continue }
            let verb = member.declName.baseName.text.uppercased()
            if all.contains(verb) { return verb }
        }
        return "GET"
    }
}
