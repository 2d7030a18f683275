// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// What of a handler runs for a request that is turned away: all up to where it can answer 401.
///
/// When no statement of it can, somebody before it has, and nothing of it runs.
struct RefusedPart {
    private(set) var nodes: [Syntax] = []

    /// When nothing is sent that says who asks, the request `isBare`, the first condition fails.
    init(_ handler: FunctionUnit, _ index: AppIndex, isBare: Bool) {
        let statements =
            handler.body.as(CodeBlockSyntax.self)?.statements
            ?? handler.body.as(CodeBlockItemListSyntax.self) ?? []
        for statement in statements {
            guard Self.mayRefuse(Syntax(statement), index, depth: 0) else {
                nodes.append(Syntax(statement))
                continue
            }
            let conditions = statement.item.as(GuardStmtSyntax.self)?.conditions
            if isBare, let first = conditions?.first {
                nodes.append(Syntax(first))
            } else {
                nodes.append(Syntax(statement))
            }
            return
        }
        nodes = []
    }

    private static func mayRefuse(_ node: Syntax, _ index: AppIndex, depth: Int) -> Bool {
        let words = ["unauthorized", "unauthenticated", "notsignedin", "notloggedin"]
        for token in node.tokens(viewMode: .sourceAccurate) {
            if case .identifier(let name) = token.tokenKind,
                words.contains(where: name.lowercased().contains)
            {
                return true
            }
        }
        guard depth < 3 else { return false }
        let names = Set(node.all(FunctionCallExprSyntax.self).compactMap(\.calleeName))
        return index.functions.contains { _, function in
            names.contains(function.simpleName) && function.body != function.node
                && !function.isHandler && function.routeClosures.isEmpty
                && mayRefuse(function.body, index, depth: depth + 1)
        }
    }
}
