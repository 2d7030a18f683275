// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Names that are given to values by their size: who is a patron, what is urgent.
///
/// A name for a state (`order.status == .open ? "open" : "closed"`) only shows it, and zero, one and
/// units (`1024`) are bounds of showing as well.
extension BusinessSignals {
    /// The condition of a choice between names, at the first of its branches.
    func classes(_ node: TernaryExprSyntax) -> ExprSyntax? {
        guard node.parent?.is(TernaryExprSyntax.self) == false, isClassifying(node.condition),
            node.thenExpression.isLabel, node.elseExpression.isLabel, isKept(node)
        else { return nil }
        return node.condition
    }

    func classes(_ node: IfExprSyntax) -> ExprSyntax? {
        guard node.parent?.is(IfExprSyntax.self) == false, isKept(node),
            setsLabel(node.body.statements)
        else { return nil }
        return node.conditions.lazy.compactMap { $0.condition.as(ExprSyntax.self) }
            .first(where: isClassifying)
    }

    /// A `switch` whose cases are ranges, each with a name.
    func classes(_ node: SwitchExprSyntax) -> ExprSyntax? {
        let cases = node.cases.compactMap { $0.as(SwitchCaseSyntax.self) }
        let ranges = cases.filter { item in
            let text = item.label.trimmedDescription
            return (text.contains("...") || text.contains("..<")) && !text.contains("1024")
        }
        guard !ranges.isEmpty, isKept(node),
            cases.allSatisfy({ setsLabel($0.statements) })
        else { return nil }
        return node.subject
    }

    /// Whether a value of the domain is compared by size, with a bound that means something.
    func isClassifying(_ condition: ExprSyntax) -> Bool {
        condition.all(InfixOperatorExprSyntax.self).contains { infix in
            guard ["<", ">", "<=", ">="].contains(infix.operator.trimmedDescription) else {
                return false
            }
            let sides = [infix.leftOperand, infix.rightOperand]
            return zip(sides, sides.reversed()).contains { value, bound in
                origins.origin(of: value).isOfDomain
                    && (isDecided(bound) || origins.origin(of: bound).isOfDomain)
            }
        }
    }

    /// A number that means something, or the time: what a date is late or early by.
    func isDecided(_ bound: ExprSyntax) -> Bool { bound.isMeaningful || origins.isNow(bound) }

    /// `let isVIP = member.points > 500`: something that is so from a number on.
    func isFact(_ node: InfixOperatorExprSyntax) -> Bool {
        let sides = [node.leftOperand, node.rightOperand]
        guard sides.contains(where: isDecided), !makesText,
            sides.contains(where: { origins.origin(of: $0).isOfDomain }),
            !node.trimmedDescription.contains(".size")
        else { return false }
        var current = node.parent
        while let parent = current {
            if let binding = parent.as(PatternBindingSyntax.self) {
                return effects.effect(of: binding.pattern) > .shown
            }
            if parent.is(DictionaryElementSyntax.self) { return true }
            guard
                parent.is(InfixOperatorExprSyntax.self) || parent.is(TupleExprSyntax.self)
                    || parent.is(InitializerClauseSyntax.self) || parent.is(LabeledExprSyntax.self)
                    || parent.is(LabeledExprListSyntax.self)
            else {
                let name = parent.as(FunctionCallExprSyntax.self)?.calleeName
                return name?.first?.isUppercase == true
                    && !Effects.showing.contains(name ?? "")
            }
            current = parent.parent
        }
        return false
    }

    /// What a helper of a route answers when it is asked: `loan.due < today && loan.renewals > 2`.
    func isVerdict(_ node: InfixOperatorExprSyntax) -> Bool {
        guard !isHandler, answer == "Bool", isClassifying(ExprSyntax(node)) else { return false }
        var current = node.parent
        while let parent = current, !parent.is(CodeBlockItemSyntax.self) {
            if parent.is(ClosureExprSyntax.self) || parent.is(ConditionElementSyntax.self) {
                return false
            }
            current = parent.parent
        }
        return true
    }

    /// A number that a helper answers with at once: `guard lease.months >= 12 else { return 0 }`.
    func isChosenNumber(_ node: some SyntaxProtocol) -> Bool {
        guard !isHandler, ["Int", "Double", "Decimal", "Float", "Money"].contains(answer),
            let body = node.as(GuardStmtSyntax.self)?.body ?? node.as(IfExprSyntax.self)?.body,
            let result = body.statements.last?.item.as(ReturnStmtSyntax.self)?.expression
        else { return false }
        return result.isNumber || origins.origin(of: result).isOfDomain
    }

    /// `if body.code == "SUMMER" { body.plan = .gold }`.
    func changes(_ node: IfExprSyntax) -> ExprSyntax? {
        let assigned = node.body.statements.compactMap {
            $0.item.as(InfixOperatorExprSyntax.self)
        }
        let isChange = assigned.contains { infix in
            infix.operator.is(AssignmentExprSyntax.self)
                && infix.leftOperand.memberPath?.first.map { origins[$0].isOfDomain } == true
                && infix.leftOperand.bare.is(MemberAccessExprSyntax.self)
                && (infix.rightOperand.isLabel || infix.rightOperand.isNumber)
        }
        guard isChange else { return nil }
        return node.conditions.lazy.compactMap { $0.condition.as(ExprSyntax.self) }.first {
            $0.all(InfixOperatorExprSyntax.self).contains { infix in
                infix.operator.trimmedDescription == "=="
                    && origins.origin(of: infix.leftOperand).isOfDomain
                    && (infix.rightOperand.isLabel || infix.rightOperand.isNumber)
            }
        }
    }

    /// `tier = "gold"`, `return "gold"`, `"gold"` and `badges.append("gold")`.
    private func setsLabel(_ statements: CodeBlockItemListSyntax) -> Bool {
        guard statements.count == 1, let item = statements.first?.item else { return false }
        if let infix = item.as(InfixOperatorExprSyntax.self) {
            return infix.operator.is(AssignmentExprSyntax.self) && infix.rightOperand.isLabel
        }
        if let result = item.as(ReturnStmtSyntax.self)?.expression { return result.isLabel }
        guard let expression = item.as(ExprSyntax.self) else { return false }
        if let call = expression.bare.as(FunctionCallExprSyntax.self),
            ["append", "insert"].contains(call.calleeName ?? ""), call.arguments.count == 1,
            let name = call.arguments.first
        {
            return name.expression.isLabel
        }
        return expression.isLabel
    }

    /// Whether the name goes into a value, not into a text, a status or a field of the answer.
    private func isKept(_ node: some SyntaxProtocol) -> Bool {
        effects.effect(of: node) > .shown
    }
}
