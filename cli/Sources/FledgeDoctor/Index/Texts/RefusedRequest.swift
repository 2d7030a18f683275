// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// That a request is expected to be turned away because of who asks: the work behind it is not done.
enum RefusedRequest: Hashable, Sendable {
    /// 401, with nothing sent that could say who asks.
    case bare
    /// 401 in spite of a header or a cookie.
    case credentials

    /// Nil when the request may get through.
    init?(of call: FunctionCallExprSyntax) {
        guard Self.expectsUnauthorized(call) else { return nil }
        let labels = call.arguments.compactMap(\.label?.text)
        let tells = labels.contains {
            ["headers", "cookies", "cookie", "auth", "token", "as"].contains($0)
        }
        self = tells ? .credentials : .bare
    }

    /// `….expectProblem(.unauthorized)`, `#expect(… .status == .unauthorized)`, and the same of a
    /// variable that holds the answer.
    private static func expectsUnauthorized(_ call: FunctionCallExprSyntax) -> Bool {
        guard let item = Syntax(call).ancestor(CodeBlockItemSyntax.self) else { return false }
        var current = Syntax(call).parent
        while let parent = current, parent.id != item.id {
            if let member = parent.as(MemberAccessExprSyntax.self),
                let outer = member.parent?.as(FunctionCallExprSyntax.self),
                ["expect", "expectProblem", "expectStatus"].contains(member.declName.baseName.text)
            {
                return outer.arguments.contains { isUnauthorized($0.expression) }
            }
            if let macro = parent.as(MacroExpansionExprSyntax.self) {
                return macro.arguments.contains { argument in
                    argument.expression.all(InfixOperatorExprSyntax.self).contains {
                        $0.operator.trimmedDescription == "==" && isUnauthorized($0.rightOperand)
                    }
                }
            }
            if let binding = parent.as(PatternBindingSyntax.self) {
                return expectsOnlyUnauthorized(binding)
            }
            if parent.is(ClosureExprSyntax.self) { return false }
            current = parent.parent
        }
        return call.arguments.contains { isUnauthorized($0.expression) }
    }

    private static func expectsOnlyUnauthorized(_ binding: PatternBindingSyntax) -> Bool {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
            let block = binding.ancestor(CodeBlockItemListSyntax.self)
        else { return false }
        return block.all(InfixOperatorExprSyntax.self).contains { infix in
            infix.operator.trimmedDescription == "==" && isUnauthorized(infix.rightOperand)
                && infix.leftOperand.memberPath?.first == name
        }
    }

    private static func isUnauthorized(_ node: ExprSyntax) -> Bool {
        let text = node.trimmedDescription
        return text == ".unauthorized" || text == "401" || text.hasSuffix("Status.unauthorized")
    }
}
