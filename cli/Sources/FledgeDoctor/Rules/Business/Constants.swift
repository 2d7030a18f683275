// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// What stands in the text as somebody has decided it: numbers and names.
extension ExprSyntax {
    var isNumber: Bool {
        let node = bare
        if let prefix = node.as(PrefixOperatorExprSyntax.self) { return prefix.expression.isNumber }
        // What is written in hex is a code, such as a color, and no quantity.
        if let integer = node.as(IntegerLiteralExprSyntax.self) {
            return !integer.literal.text.hasPrefix("0x")
        }
        return node.is(FloatLiteralExprSyntax.self)
    }

    /// `"gold"`, `.gold`, `Tier.gold`, `true`.
    var isLabel: Bool {
        let node = bare
        if node.is(StringLiteralExprSyntax.self) {
            return node.literalText.map { !$0.isEmpty && !$0.contains("<") } ?? false
        }
        if let choice = node.as(TernaryExprSyntax.self) {
            return choice.thenExpression.isLabel && choice.elseExpression.isLabel
        }
        if let member = node.as(MemberAccessExprSyntax.self) {
            return member.base == nil || member.base?.variableName?.first?.isUppercase == true
        }
        return node.is(BooleanLiteralExprSyntax.self)
    }

    /// A number that means something: not 0, 1 or a unit.
    var isMeaningful: Bool {
        let node = bare
        if let member = node.as(MemberAccessExprSyntax.self), let base = member.base {
            return base.variableName?.first?.isUppercase ?? false
        }
        if let infix = node.as(InfixOperatorExprSyntax.self) {
            // `3 * 86_400`
            let sides = [infix.leftOperand, infix.rightOperand]
            return infix.operator.trimmedDescription == "*" && sides.contains(where: \.isMeaningful)
                && sides.allSatisfy { $0.isNumber || $0.isMeaningful }
        }
        guard node.isNumber else { return false }
        let digits = node.trimmedDescription.filter { $0 != "_" }
        return !Self.meaningless.contains(digits)
    }

    private static let meaningless: Set<String> = [
        "0", "1", "-1", "0.0", "1.0", "1000", "1024", "1000000", "1048576", "1000000000",
        "1073741824", "60", "3600", "86400",
    ]
}

extension IfExprSyntax {
    /// Whether a number is only held below what it is compared with: `if count > 50 { count = 50 }`.
    var isBound: Bool {
        let item = body.statements.first?.item
        guard let value = item?.as(InfixOperatorExprSyntax.self)?.rightOperand else { return false }
        return conditions.tokens(viewMode: .sourceAccurate).contains {
            $0.text == value.trimmedDescription
        }
    }
}
