// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftParser
import SwiftSyntax

/// Finds conditions on one value of the input whose failure is answered as bad input.
final class ValidationReader: SyntaxVisitor {
    private(set) var checks: [HandWrittenValidation.Check] = []
    private let index: AppIndex
    private let inputs: InputNames
    private let scope: Scope
    /// What is taken apart, such as a cursor: a check of it is a part of reading it.
    private let parsed: Set<String>

    init(_ function: FunctionUnit, _ index: AppIndex) {
        self.index = index
        scope = Scope(function, index)
        inputs = InputNames(function, index)
        parsed = inputs.parsed(in: function.body)
        super.init(viewMode: .sourceAccurate)
        walk(function.body)
    }

    private func subject(_ node: ExprSyntax) -> String? { inputs.subject(node) }

    // MARK: Statements

    override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
        if refuses(node.body) { read(node.conditions, Syntax(node), isRule: true) }
        return .visitChildren
    }

    override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
        if refuses(node.body) { read(node.conditions, Syntax(node), isRule: false) }
        return .visitChildren
    }

    /// A `switch` over an input whose `default` refuses, such as `case 1...5: break`.
    override func visit(_ node: SwitchExprSyntax) -> SyntaxVisitorContinueKind {
        let bodies = node.cases.compactMap { $0.as(SwitchCaseSyntax.self) }
            .filter { !$0.label.is(SwitchDefaultLabelSyntax.self) }.map(\.statements)
        // One whose cases do something chooses; it does not only check.
        guard let text = subject(node.subject),
            bodies.allSatisfy({ $0.count == 1 && $0.first?.item.is(BreakStmtSyntax.self) == true })
        else { return .visitChildren }
        for item in node.cases.compactMap({ $0.as(SwitchCaseSyntax.self) }) {
            guard item.label.is(SwitchDefaultLabelSyntax.self), refuses(item.statements) else {
                continue
            }
            let isRange = node.cases.description.contains("...")
            note(Syntax(node), text, isRange ? ".range(…)" : ".oneOf(…)")
        }
        return .visitChildren
    }

    private func refuses(_ block: CodeBlockSyntax) -> Bool { refuses(block.statements) }

    /// Whether it says that the input is wrong: 400, 422, an error of its own, or one more entry in a
    /// list of errors.
    private func refuses(_ statements: CodeBlockItemListSyntax) -> Bool {
        guard let last = statements.last else { return false }
        let text = last.trimmedDescription.lowercased()
        let isExit = last.item.is(ThrowStmtSyntax.self) || last.item.is(ReturnStmtSyntax.self)
        if isExit {
            if let status = Exit.status(in: Syntax(last.item)) {
                return [
                    "badRequest", "unprocessableContent", "unprocessableEntity", "contentTooLarge",
                    "payloadTooLarge",
                ].contains(status)
            }
            return ["invalid", "validation", "violation", "malformed", "badrequest"]
                .contains { text.contains($0) }
        }
        return ["error", "violation", "problem", "issue", "invalid", "fail"].contains { word in
            text.split(separator: ".").first?.contains(word) ?? false
        } && (text.contains("append") || text.contains("add(") || text.contains("="))
    }

    /// `isRule` tells whether the conditions say what is right, as in a `guard`, or what is wrong.
    private func read(
        _ conditions: ConditionElementListSyntax, _ statement: Syntax, isRule: Bool
    ) {
        for condition in conditions {
            if let expression = condition.condition.as(ExprSyntax.self) {
                read(expression, statement, isRule)
            } else if let binding = condition.condition.as(OptionalBindingConditionSyntax.self),
                let call = binding.initializer?.value.bare.as(FunctionCallExprSyntax.self),
                let kind = ["UUID": ".uuid", "URL": ".url"][call.calleeName ?? ""],
                let text = call.arguments.first.flatMap({ subject($0.expression) })
            {
                note(statement, text, kind)
            }
        }
    }

    private func read(_ expression: ExprSyntax, _ statement: Syntax, _ isRule: Bool) {
        let node = expression.bare
        if let prefix = node.as(PrefixOperatorExprSyntax.self) {
            read(prefix.expression, statement, !isRule)
        } else if let infix = node.as(InfixOperatorExprSyntax.self) {
            let text = infix.operator.trimmedDescription
            if text == (isRule ? "||" : "&&"), let subject = oneOf(infix, isRule ? "==" : "!=") {
                note(statement, subject, ".oneOf(…)")
            } else if text == "&&" || text == "||" {
                read(infix.leftOperand, statement, isRule)
                read(infix.rightOperand, statement, isRule)
            } else if infix.rightOperand.bare.is(NilLiteralExprSyntax.self) {
                // `name.firstMatch(of: …) == nil`
                read(infix.leftOperand, statement, text == "!=" ? isRule : !isRule)
            } else {
                compare(infix, text, statement)
            }
        } else if let member = node.as(MemberAccessExprSyntax.self) {
            if member.declName.baseName.text == "isEmpty", let base = member.base {
                empty(base, statement)
            }
        } else if let call = node.as(FunctionCallExprSyntax.self) {
            read(call, statement, isRule)
        }
    }

    /// What is compared with one text after the other: `body.unit != "kg" && body.unit != "lb"`.
    private func oneOf(_ node: InfixOperatorExprSyntax, _ comparison: String) -> String? {
        var found: String?
        for side in [node.leftOperand.bare, node.rightOperand.bare] {
            guard let infix = side.as(InfixOperatorExprSyntax.self) else { return nil }
            let isText = infix.rightOperand.literalText?.isEmpty == false
            let own =
                infix.operator.trimmedDescription == comparison
                ? isText ? subject(infix.leftOperand) : nil : oneOf(infix, comparison)
            guard let own, found == nil || found == own else { return nil }
            found = own
        }
        return found
    }

    private func empty(_ base: ExprSyntax, _ statement: Syntax) {
        guard let text = subject(base) else { return }
        let isList = scope.type(of: base).map(TypeText.core)?.hasPrefix("[") ?? text.hasSuffix("s")
        note(statement, text, isList ? ".items(1...)" : ".length(1...)")
    }

    private func compare(_ node: InfixOperatorExprSyntax, _ text: String, _ statement: Syntax) {
        guard ["<", ">", "<=", ">=", "==", "!="].contains(text) else { return }
        for (one, other) in [
            (node.leftOperand, node.rightOperand), (node.rightOperand, node.leftOperand),
        ] {
            if other.isBound, let (subject, constraint) = measured(one, text) {
                note(statement, subject, constraint)
                return
            }
        }
        unique(node, statement)
        if text == "==" || text == "!=",
            node.rightOperand.bare.as(StringLiteralExprSyntax.self)?.representedLiteralValue == "",
            let subject = subject(node.leftOperand)
        {
            note(statement, subject, ".length(1...)")
        }
    }

    /// `body.name.count` has a length, `body.quantity` a range.
    private func measured(_ node: ExprSyntax, _ text: String) -> (String, String)? {
        if let member = node.bare.as(MemberAccessExprSyntax.self),
            member.declName.baseName.text == "count", let base = member.base
        {
            guard let subject = subject(base) else { return nil }
            let type = scope.type(of: base).map(TypeText.core)
            return (subject, type?.hasPrefix("[") == true ? ".items(…)" : ".length(…)")
        }
        guard text != "==", text != "!=", let subject = subject(node) else { return nil }
        return (subject, ".range(…)")
    }

    /// `Set(body.tags).count == body.tags.count`.
    private func unique(_ node: InfixOperatorExprSyntax, _ statement: Syntax) {
        for side in [node.leftOperand, node.rightOperand] {
            guard let member = side.bare.as(MemberAccessExprSyntax.self),
                member.declName.baseName.text == "count",
                let call = member.base?.bare.as(FunctionCallExprSyntax.self),
                call.calleeName == "Set", let value = call.arguments.first,
                let text = subject(value.expression)
            else { continue }
            note(statement, text, ".unique")
        }
    }

    private func read(_ call: FunctionCallExprSyntax, _ statement: Syntax, _ isRule: Bool) {
        guard let name = call.calleeName, let receiver = call.receiver else { return }
        let first = call.arguments.first?.expression
        switch name {
        case "contains":
            if let text = subject(receiver) {
                let literal = first?.literalText
                if literal == "@" {
                    note(statement, text, ".email")
                } else if literal == nil && first != nil
                    && first?.bare.is(DeclReferenceExprSyntax.self) == true
                {
                    return
                } else {
                    note(statement, text, ".pattern(…)")
                }
            } else if let value = first, isRule, let measured = measured(value, "<") {
                // A list of what must not be, such as reserved words, is no constraint.
                if isListOfNames(receiver) {
                    note(statement, measured.0, ".oneOf(…)")
                } else if receiver.bare.is(InfixOperatorExprSyntax.self), receiver.isBound {
                    note(statement, measured.0, measured.1)
                }
            }
        case "hasPrefix", "hasSuffix", "wholeMatch", "firstMatch", "matches", "range", "allSatisfy":
            if let text = subject(receiver) {
                let isURL = first?.literalText?.hasPrefix("http") == true
                note(statement, text, isURL ? ".url" : ".pattern(…)")
            }
        default: break
        }
    }

    /// `["de", "en"]`, where it is used or in a constant: `Self.languages`.
    private func isListOfNames(_ node: ExprSyntax) -> Bool {
        if node.bare.is(ArrayExprSyntax.self) { return node.isBound }
        return Tables.values(of: node, index)?.allSatisfy { $0.bare.literalText != nil } ?? false
    }

    private func note(_ statement: Syntax, _ subject: String, _ constraint: String) {
        guard !parsed.contains(subject) else { return }
        if let known = checks.last, known.subject == subject, known.constraint == constraint {
            return
        }
        checks.append(.init(statement: statement, subject: subject, constraint: constraint))
    }
}

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
        // `Self.maximumLength`, `Limits.name`.
        if let member = node.as(MemberAccessExprSyntax.self), let base = member.base?.variableName {
            return base.first?.isUppercase == true
        }
        return false
    }
}
