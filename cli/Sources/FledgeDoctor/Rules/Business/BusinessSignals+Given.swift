// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Decisions in one expression whose outcome a service is given: `desk.add(body, fee: isFree ? 0 : 500)`.
///
/// How many there are, and what somebody who asks is like, decides nothing as long as it is only shown
/// or turned away; what a service is told by it is a rule.
extension BusinessSignals {
    /// `earlier.count < 2` and `member.years > 5`, whose outcome goes into a service.
    func isGivenFact(_ node: InfixOperatorExprSyntax) -> Bool {
        let sides = [node.leftOperand, node.rightOperand]
        guard sides.contains(where: isMeaningful), !isPaging(node), !isFlag(ExprSyntax(node)),
            !node.trimmedDescription.contains(".size"),
            sides.contains(where: {
                origins.origin(of: $0) >= .size || origins.isOfRequester($0)
            })
        else { return false }
        return isGiven(node) || isAnsweredNumber(node)
    }

    /// `250 * body.guests.count`, which a service is given.
    func isGivenProduct(_ node: InfixOperatorExprSyntax) -> Bool {
        let products = node.all(InfixOperatorExprSyntax.self).filter { infix in
            infix.operator.trimmedDescription == "*"
                && [infix.leftOperand, infix.rightOperand].contains(where: isMeaningful)
        }
        return products.contains { origins.origin(of: ExprSyntax($0)) == .size }
            && !isPaging(node) && isGiven(node)
    }

    /// Whether a value goes into a call of a service or into a property of the domain, at once or by the
    /// name that it gets.
    private func isGiven(_ node: some SyntaxProtocol, names: Set<String> = []) -> Bool {
        var current = node.parent
        while let parent = current, !parent.is(CodeBlockItemSyntax.self) {
            if let argument = parent.as(LabeledExprSyntax.self),
                let call = argument.parent?.parent?.as(FunctionCallExprSyntax.self)
            {
                if call.receiver.map(origins.answersAsService) ?? false { return true }
                let isValue = call.calleeName?.first?.isUppercase ?? false
                guard isValue || ["min", "max"].contains(call.calleeName ?? "") else {
                    return false
                }
            } else if let binding = parent.as(PatternBindingSyntax.self) {
                return isGiven(binding.pattern, names: names)
            } else if let infix = parent.as(InfixOperatorExprSyntax.self),
                infix.operator.is(AssignmentExprSyntax.self)
            {
                return isKept(by: infix.leftOperand, names: names)
            } else if parent.is(ConditionElementSyntax.self) {
                return parent.ancestor(IfExprSyntax.self).map { isGivenChoice($0, names) } ?? false
            } else if parent.is(ExpressionSegmentSyntax.self) || parent.is(ClosureExprSyntax.self)
                || parent.is(SubscriptCallExprSyntax.self)
            {
                return false
            }
            current = parent.parent
        }
        return false
    }

    /// `if member.years > 2 { state = "booked" }`, and the same as an expression.
    private func isGivenChoice(_ node: IfExprSyntax, _ names: Set<String>) -> Bool {
        guard node.body.statements.count == 1, let item = node.body.statements.first?.item else {
            return false
        }
        if let infix = item.as(InfixOperatorExprSyntax.self) {
            return infix.operator.is(AssignmentExprSyntax.self) && !bounds(node)
                && (isLabel(infix.rightOperand) || isNumber(infix.rightOperand))
                && isKept(by: infix.leftOperand, names: names)
        }
        guard let value = item.as(ExprSyntax.self), isLabel(value) || isNumber(value) else {
            return false
        }
        return isGiven(node, names: names)
    }

    /// Whether a number is only held below what it is compared with: `if count > 50 { count = 50 }`.
    func bounds(_ node: IfExprSyntax) -> Bool {
        let item = node.body.statements.first?.item
        guard let value = item?.as(InfixOperatorExprSyntax.self)?.rightOperand else { return false }
        return node.conditions.tokens(viewMode: .sourceAccurate).contains {
            $0.text == value.trimmedDescription
        }
    }

    private func isGiven(_ pattern: PatternSyntax, names: Set<String>) -> Bool {
        guard let name = pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
            !onlyInText.contains(name), !names.contains(name)
        else { return false }
        return body.all(DeclReferenceExprSyntax.self).contains {
            $0.baseName.text == name && isGiven($0, names: names.union([name]))
        }
    }

    private func isKept(by target: ExprSyntax, names: Set<String>) -> Bool {
        if let name = target.variableName, !names.contains(name) {
            return body.all(DeclReferenceExprSyntax.self).contains {
                $0.baseName.text == name && isGiven($0, names: names.union([name]))
            }
        }
        return target.memberPath?.first.map { origins[$0].isOfDomain } ?? false
    }

    /// A number of the answer that a comparison chooses: `Quote(fee: body.guests.count > 8 ? 0 : 500)`.
    private func isAnsweredNumber(_ node: InfixOperatorExprSyntax) -> Bool {
        guard let choice = node.ancestor(TernaryExprSyntax.self), choice.condition.id == node.id,
            !isForText(choice)
        else { return false }
        let branches = [choice.thenExpression, choice.elseExpression]
        // `count > 20 ? 20 : count` only bounds what is shown.
        let bounds = [node.leftOperand, node.rightOperand].map(\.trimmedDescription)
        guard branches.contains(where: isNumber),
            !branches.contains(where: { bounds.contains($0.trimmedDescription) }),
            let call = choice.parent?.parent?.parent?.as(FunctionCallExprSyntax.self),
            let name = call.calleeName, name.first?.isUppercase == true
        else { return false }
        return !Self.shown.union(["Response", "HTML", "Problem"]).contains(name)
    }
}
