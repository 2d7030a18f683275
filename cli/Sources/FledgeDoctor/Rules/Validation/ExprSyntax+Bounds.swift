// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

extension ExprSyntax {
    /// Something fixed that a constraint can be given: a literal, a range or list of them, a constant.
    var isBound: Bool {
        let node = bare
        if node.is(IntegerLiteralExprSyntax.self) || node.is(FloatLiteralExprSyntax.self) {
            return true
        }
        if node.is(StringLiteralExprSyntax.self) { return false }
        if let prefix = node.as(PrefixOperatorExprSyntax.self) { return prefix.expression.isBound }
        if let postfix = node.as(PostfixOperatorExprSyntax.self) {
            return postfix.expression.isBound
        }
        if let list = node.as(ArrayExprSyntax.self) {
            return list.elements.allSatisfy {
                $0.expression.isBound || $0.expression.literalText != nil
                    || $0.expression.as(MemberAccessExprSyntax.self)?.base == nil
            }
        }
        if let infix = node.as(InfixOperatorExprSyntax.self) {
            return ["...", "..<", "*"].contains(infix.operator.trimmedDescription)
                && infix.leftOperand.isBound && infix.rightOperand.isBound
        }
        // `Self.maximumLength`, `Limits.name`, but not `Clock.now`.
        if let member = node.as(MemberAccessExprSyntax.self), let base = member.base?.variableName {
            return base.first?.isUppercase == true
                && !["now", "today", "current"].contains(member.declName.baseName.text)
        }
        return false
    }
}
