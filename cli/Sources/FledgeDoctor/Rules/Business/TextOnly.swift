// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The names of a function whose values are only ever shown: used in texts and nowhere else.
enum TextOnly {
    static func names(in body: Syntax) -> Set<String> {
        let bindings = body.all(PatternBindingSyntax.self).compactMap {
            $0.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
        }
        var shown: Set<String> = [], used: Set<String> = []
        let names = Set(bindings)
        for reference in body.all(DeclReferenceExprSyntax.self) {
            let name = reference.baseName.text
            guard names.contains(name) else { continue }
            if reference.ancestor(ExpressionSegmentSyntax.self) != nil || choosesText(reference) {
                shown.insert(name)
            } else {
                used.insert(name)
            }
        }
        return shown.subtracting(used)
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
