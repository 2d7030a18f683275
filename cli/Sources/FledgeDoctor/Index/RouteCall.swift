// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A call that adds a route, or mounts something: `app.get("/x", list)`, `app.use("/x", Orders())`.
struct RouteCall: Sendable {
    /// Empty when something is mounted.
    var verb: String
    var node: FunctionCallExprSyntax
    /// The function around it, by its number in the file.
    var function: Int?

    /// A handler that is given by its name, as far as it is known whose it is.
    struct Named: Sendable {
        var call: RouteCall
        var type: String?
        var hasReceiver: Bool

        func fits(_ function: FunctionUnit) -> Bool {
            guard hasReceiver else { return true }
            guard let type else { return function.owner != nil }
            return function.owner == type
        }
    }

    /// The closure that answers.
    var closure: ClosureExprSyntax? { node.closures.last }

    /// What answers, when it is given by its name.
    private var handler: ExprSyntax? {
        closure == nil && !verb.isEmpty ? node.arguments.last?.expression.bare : nil
    }

    var handlerName: String? { handler?.memberPath?.last }

    var literalPath: String { Verbs.path(node) ?? "" }

    /// All routes that are given a function by its name, by that.
    static func byHandler(_ index: AppIndex) -> [String: [Named]] {
        var found: [String: [Named]] = [:]
        for file in index.files where !file.isTest {
            for call in file.routes {
                guard let handler = call.handler, let name = call.handlerName else { continue }
                let scope = call.scope(file, index)
                let base = handler.as(MemberAccessExprSyntax.self)?.base
                var type = base.flatMap { scope.type(of: $0) }.map(TypeText.last)
                if type == nil, let name = base?.variableName, name.first?.isUppercase == true {
                    type = name
                }
                let isOwn = base == nil || base?.trimmedDescription == "self"
                found[name, default: []].append(
                    Named(call: call, type: isOwn ? nil : type, hasReceiver: !isOwn))
            }
        }
        return found
    }

    func scope(_ file: FileIndex, _ index: AppIndex) -> Scope {
        function.map { Scope(file.functions[$0], index) } ?? Scope(index)
    }
}
