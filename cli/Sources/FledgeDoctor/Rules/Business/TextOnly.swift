// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The names of a function whose values are only ever shown: used in texts and nowhere else.
enum TextOnly {
    static func names(in body: Syntax) -> Set<String> {
        let bindings = body.all(PatternBindingSyntax.self).compactMap {
            $0.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
        }
        let names = Set(bindings)
        // Who uses what: a name that is only part of other shown names is shown as well.
        var used: Set<String> = []
        var shown: Set<String> = []
        var uses: [String: Set<String>] = [:]
        for reference in body.all(DeclReferenceExprSyntax.self) {
            let name = reference.baseName.text
            guard names.contains(name) else { continue }
            if reference.ancestor(ExpressionSegmentSyntax.self) != nil || choosesText(reference) {
                shown.insert(name)
            } else if let target = target(of: reference) {
                if target != name { uses[name, default: []].insert(target) }
            } else {
                used.insert(name)
            }
        }
        var found = shown.union(uses.keys).subtracting(used)
        var shrank = true
        while shrank {
            let left = found.filter { uses[$0]?.isSubset(of: found) ?? true }
            shrank = left.count < found.count
            found = left
        }
        return found
    }

    /// The name that a value goes into: of its binding, or what it is added to.
    private static func target(of reference: DeclReferenceExprSyntax) -> String? {
        var current = reference.parent
        while let parent = current, !parent.is(CodeBlockItemSyntax.self) {
            if let binding = parent.as(PatternBindingSyntax.self) {
                return binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
            }
            if parent.is(ClosureExprSyntax.self) || parent.is(FunctionCallExprSyntax.self) {
                return nil
            }
            if let infix = parent.as(InfixOperatorExprSyntax.self),
                ["+=", "-="].contains(infix.operator.trimmedDescription)
            {
                return infix.leftOperand.variableName
            }
            current = parent.parent
        }
        return nil
    }

    /// Whether a name decides between two texts: `hour < 10 ? "0" : ""`.
    private static func choosesText(_ reference: DeclReferenceExprSyntax) -> Bool {
        guard let choice = reference.ancestor(TernaryExprSyntax.self) else { return false }
        return choice.condition.all(DeclReferenceExprSyntax.self).contains { $0.id == reference.id }
            && choice.thenExpression.is(StringLiteralExprSyntax.self)
            && choice.elseExpression.is(StringLiteralExprSyntax.self)
            && choice.ancestor(TupleExprSyntax.self) != nil
    }
}
