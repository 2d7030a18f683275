// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Where a function says that its input is wrong: at once, or in a list that it refuses with later.
struct Refusals {
    /// The variables whose being empty, nil or true decides whether the function refuses.
    private(set) var complaints: Set<String> = []
    /// Whether what the function answers is what is wrong, if anything is: a text or nil, a list.
    let answersComplaint: Bool

    private static let statuses: Set<String> = [
        "badRequest", "unprocessableContent", "unprocessableEntity", "contentTooLarge",
        "payloadTooLarge",
    ]

    /// Refusals in a body, which also complains in the variables of the function around it.
    init(_ body: Syntax, also others: Set<String> = [], answersComplaint: Bool = false) {
        self.answersComplaint = answersComplaint
        complaints = others
        if answersComplaint {
            complaints.formUnion(
                body.all(ReturnStmtSyntax.self).compactMap { $0.expression?.variableName })
        }
        for node in body.all(GuardStmtSyntax.self) where Self.isRefusal(node.body.statements) {
            complaints.formUnion(node.conditions.compactMap(Self.name(in:)))
        }
        for node in body.all(IfExprSyntax.self) where Self.isRefusal(node.body.statements) {
            complaints.formUnion(node.conditions.compactMap(Self.name(in:)))
        }
    }

    /// Whether it ends with the refusal, or with one more entry in what is refused with.
    func refuses(_ statements: CodeBlockItemListSyntax) -> Bool {
        Self.isRefusal(statements) || complains(statements)
            || answersComplaint && answersSomething(statements)
    }

    /// `return "A name, please."`, of a function that answers nil when all is well.
    private func answersSomething(_ statements: CodeBlockItemListSyntax) -> Bool {
        guard let answer = statements.last?.item.as(ReturnStmtSyntax.self)?.expression else {
            return false
        }
        return !["nil", "[]", "[:]", "true", "false"].contains(answer.trimmedDescription)
    }

    /// `violations.append(…)`, `wrong["name"] = "…"`, `isFine = false`.
    private func complains(_ statements: CodeBlockItemListSyntax) -> Bool {
        guard let last = statements.last, let name = Self.changed(by: last) else { return false }
        if complaints.contains(name) { return true }
        // How many there are is only counted.
        if last.item.as(InfixOperatorExprSyntax.self)?.rightOperand.isNumber == true {
            return false
        }
        let words = ["error", "violation", "problem", "issue", "invalid", "fail"]
        return words.contains { name.lowercased().contains($0) }
    }

    /// Whether an expression is the answer to bad input: `Response(.badRequest)`.
    static func isRefusal(_ node: ExprSyntax) -> Bool {
        Exit.status(in: Syntax(node)).map(statuses.contains) ?? false
    }

    private static func isRefusal(_ statements: CodeBlockItemListSyntax) -> Bool {
        guard let last = statements.last?.item,
            last.is(ThrowStmtSyntax.self) || last.is(ReturnStmtSyntax.self)
        else { return false }
        if let status = Exit.status(in: Syntax(last)) { return statuses.contains(status) }
        let text = last.trimmedDescription.lowercased()
        if ["invalid", "validation", "violation", "malformed", "badrequest"]
            .contains(where: text.contains)
        {
            return true
        }
        let error = text.prefix { $0 != "(" }
        return last.is(ThrowStmtSyntax.self)
            && ["toolong", "tooshort", "outofrange", "badinput", "inputerror"]
                .contains(where: error.contains)
    }

    /// The variable that a condition is about as a whole: `wrong.isEmpty`, `problems.count > 0`, `isFine`.
    private static func name(in condition: ConditionElementSyntax) -> String? {
        if let binding = condition.condition.as(OptionalBindingConditionSyntax.self) {
            guard let value = binding.initializer?.value else {
                return binding.pattern.trimmedDescription
            }
            return value.variableName
        }
        guard var node = condition.condition.as(ExprSyntax.self)?.bare else { return nil }
        if let prefix = node.as(PrefixOperatorExprSyntax.self) { node = prefix.expression.bare }
        if let infix = node.as(InfixOperatorExprSyntax.self) {
            let right = infix.rightOperand.bare
            guard
                right.is(NilLiteralExprSyntax.self) || right.is(BooleanLiteralExprSyntax.self)
                    || right.trimmedDescription == "0"
            else { return nil }
            node = infix.leftOperand.bare
        }
        guard let path = node.memberPath, let first = path.first,
            Set(path.dropFirst()).isSubset(of: ["isEmpty", "count"])
        else { return nil }
        return first
    }

    /// The variable that a statement assigns to or adds to.
    private static func changed(by statement: CodeBlockItemSyntax) -> String? {
        guard let node = statement.item.as(ExprSyntax.self)?.bare else { return nil }
        if let call = node.as(FunctionCallExprSyntax.self) {
            let name = call.calleeName ?? ""
            return ["append", "add", "insert"].contains(where: name.hasPrefix)
                ? call.receiver.flatMap(variable) : nil
        }
        guard let infix = node.as(InfixOperatorExprSyntax.self),
            infix.operator.is(AssignmentExprSyntax.self)
                || infix.operator.trimmedDescription == "+="
        else { return nil }
        return variable(infix.leftOperand)
    }

    private static func variable(_ node: ExprSyntax) -> String? {
        if let element = node.bare.as(SubscriptCallExprSyntax.self) {
            return variable(element.calledExpression)
        }
        return node.memberPath?.first
    }
}
