// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Inputs that a function takes apart: `Int(cursor.dropFirst(2), radix: 36)`, `Data(base64Encoded: token)`.
///
/// Their form is the app's own secret, and no constraint says it to clients.
extension InputNames {
    func parsed(in body: Syntax) -> Set<String> {
        let tried = body.all(OptionalBindingConditionSyntax.self).compactMap {
            $0.initializer?.value
        }
        let made = body.all(PatternBindingSyntax.self).compactMap { $0.initializer?.value }
        return Set(
            tried.compactMap { taken(by: $0, mayFail: true) }
                + made.compactMap { taken(by: $0, mayFail: false) }
                + body.all(PatternBindingSyntax.self).flatMap { pieces($0, in: body) })
    }

    /// What is split, and of which the pieces are used: `halves[0]`.
    private func pieces(_ binding: PatternBindingSyntax, in body: Syntax) -> [String] {
        let name = binding.pattern.trimmedDescription
        let calls = binding.initializer?.value.all(FunctionCallExprSyntax.self) ?? []
        guard let call = calls.first(where: { ["split", "components"].contains($0.calleeName) }),
            let text = call.receiver.flatMap(subject)
        else { return [] }
        let isUsed =
            body.all(SubscriptCallExprSyntax.self).contains {
                $0.calledExpression.variableName == name
            }
            || body.all(MemberAccessExprSyntax.self).contains {
                ["first", "last"].contains($0.declName.baseName.text)
                    && $0.base?.variableName == name
            }
        return isUsed ? [name, text] : []
    }

    /// The input that a value is read out of; what is made of it without fail is no reading.
    private func taken(by value: ExprSyntax, mayFail: Bool) -> String? {
        if let infix = value.bare.as(InfixOperatorExprSyntax.self),
            infix.operator.trimmedDescription == "??"
        {
            return taken(by: infix.leftOperand, mayFail: true)
        }
        guard let call = value.bare.as(FunctionCallExprSyntax.self), let name = call.calleeName,
            let first = call.arguments.first, !["UUID", "URL", "String"].contains(name)
        else { return nil }
        if ["parse", "decode"].contains(where: name.hasPrefix) { return part(first.expression) }
        // `Int(body.age)` of the whole: the type of the field says that.
        if TypeText.scalars.contains(name) {
            let isWhole = call.arguments.count == 1 && first.label == nil
            return isWhole && subject(first.expression) != nil ? nil : part(first.expression)
        }
        return mayFail && name.first?.isUppercase == true ? part(first.expression) : nil
    }

    /// The input that an expression is a part of: `cursor` of `cursor.dropFirst(2)`.
    private func part(_ node: ExprSyntax) -> String? {
        if let whole = subject(node) { return whole }
        let bare = node.bare
        if let call = bare.as(FunctionCallExprSyntax.self) {
            return call.receiver.flatMap(part)
                ?? call.arguments.first.flatMap { part($0.expression) }
        }
        if let element = bare.as(SubscriptCallExprSyntax.self) {
            return part(element.calledExpression)
        }
        if let member = bare.as(MemberAccessExprSyntax.self) { return member.base.flatMap(part) }
        return nil
    }
}
