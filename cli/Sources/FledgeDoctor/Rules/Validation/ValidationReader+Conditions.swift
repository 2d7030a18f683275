// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// What a condition says of the input.
///
/// `isRule` tells everywhere whether it says what is right, as in a `guard`, or what is wrong.
extension ValidationReader {
    func read(_ conditions: ConditionElementListSyntax, _ statement: Syntax, isRule: Bool) {
        let expressions = conditions.compactMap { $0.condition.as(ExprSyntax.self) }
        let matches = conditions.compactMap {
            $0.condition.as(MatchingPatternConditionSyntax.self)
        }
        for condition in conditions {
            if let binding = condition.condition.as(OptionalBindingConditionSyntax.self) {
                read(binding, statement, isRule)
            }
        }
        if isRule {
            for match in matches { read(match, statement) }
            for expression in expressions { read(expression, statement, isRule) }
        } else if matches.isEmpty {
            together(expressions, statement, isRule)
        }
    }

    /// `guard case 1...9 = body.quantity`.
    private func read(_ match: MatchingPatternConditionSyntax, _ statement: Syntax) {
        guard let bound = match.pattern.as(ExpressionPatternSyntax.self)?.expression,
            isFixed(bound), let (text, constraint) = measured(match.initializer.value, "<")
        else { return }
        note(statement, text, constraint)
    }

    private func read(
        _ binding: OptionalBindingConditionSyntax, _ statement: Syntax, _ isRule: Bool
    ) {
        guard let value = binding.initializer?.value.bare,
            let call = value.as(FunctionCallExprSyntax.self)
        else { return }
        if !isRule { complaints(of: call, statement) }
        if let kind = ["UUID": ".uuid", "URL": ".url"][call.calleeName ?? ""],
            let text = call.arguments.first.flatMap({ subject($0.expression) })
        {
            note(statement, text, kind)
        } else if binding.pattern.trimmedDescription == "_" || !isRule && call.calleeName == "first"
        {
            read(value, statement, isRule)
        }
    }

    /// Conditions of which all have to hold, or one, are a check when they are about one value.
    ///
    /// No constraint says what is about two: a bass has sung for two years.
    private func together(_ operands: [ExprSyntax], _ statement: Syntax, _ isRule: Bool) {
        if operands.count == 1 {
            read(operands[0], statement, isRule)
            return
        }
        let found = operands.map { operand in collected { read(operand, statement, isRule) } }
        let subjects = Set(found.joined().map(\.subject))
        guard let only = subjects.first, subjects.count == 1,
            zip(operands, found).allSatisfy({ !$1.isEmpty || isPresence($0, of: only) })
        else { return }
        for check in found.joined() { note(check.statement, check.subject, check.constraint) }
    }

    /// Whether it asks if a value is there, as `body.phone != nil` does.
    private func isPresence(_ node: ExprSyntax, of value: String) -> Bool {
        guard let infix = node.bare.as(InfixOperatorExprSyntax.self) else { return false }
        return infix.rightOperand.bare.is(NilLiteralExprSyntax.self)
            && subject(infix.leftOperand) == value
    }

    func read(_ expression: ExprSyntax, _ statement: Syntax, _ isRule: Bool) {
        let node = expression.bare
        if let prefix = node.as(PrefixOperatorExprSyntax.self) {
            read(prefix.expression, statement, !isRule)
        } else if let infix = node.as(InfixOperatorExprSyntax.self) {
            read(infix, statement, isRule)
        } else if let member = node.as(MemberAccessExprSyntax.self), let base = member.base {
            if member.declName.baseName.text == "isEmpty" {
                if let call = base.bare.as(FunctionCallExprSyntax.self) {
                    complaints(of: call, statement)
                }
                if isRule { chosen(base, statement) }
                empty(base, statement)
            } else if let (text, constraint) = detail(member, base) {
                note(statement, text, constraint)
            } else if let own = ownQuestion(member), let text = subject(base) {
                note(statement, text, own)
            }
        } else if let call = node.as(FunctionCallExprSyntax.self) {
            read(call, statement, isRule)
        } else if let name = node.variableName, let meaning = meaning(of: name) {
            follow(name) { read(meaning, statement, isRule) }
        }
    }

    private func read(_ infix: InfixOperatorExprSyntax, _ statement: Syntax, _ isRule: Bool) {
        let text = infix.operator.trimmedDescription
        let right = infix.rightOperand.bare
        if text == (isRule ? "||" : "&&") {
            if let subject = oneOf(infix, isRule ? "==" : "!=") {
                note(statement, subject, ".oneOf(…)")
            } else {
                together(operands(infix, text), statement, isRule)
            }
        } else if text == "&&" || text == "||" {
            read(infix.leftOperand, statement, isRule)
            read(infix.rightOperand, statement, isRule)
        } else if right.is(NilLiteralExprSyntax.self) {
            // `name.firstMatch(of: …) == nil`
            read(infix.leftOperand, statement, text == "!=" ? isRule : !isRule)
        } else if right.is(BooleanLiteralExprSyntax.self) {
            // `name?.isEmpty == true`, `name?.isEmpty ?? true`
            let isSame = text == "??" || (text == "==") == (right.trimmedDescription == "true")
            read(infix.leftOperand, statement, isSame ? isRule : !isRule)
        } else if text == "~=", isFixed(infix.leftOperand),
            let (subject, constraint) = measured(infix.rightOperand, "<")
        {
            note(statement, subject, constraint)
        } else {
            compare(infix, text, statement)
        }
    }

    private func operands(_ node: InfixOperatorExprSyntax, _ text: String) -> [ExprSyntax] {
        [node.leftOperand, node.rightOperand].flatMap { side -> [ExprSyntax] in
            guard let infix = side.bare.as(InfixOperatorExprSyntax.self),
                infix.operator.trimmedDescription == text
            else { return [side] }
            return operands(infix, text)
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

    /// `wrong.isEmpty` of `body.parts.filter { $0.bars > 400 }`: none of them may be so.
    private func chosen(_ base: ExprSyntax, _ statement: Syntax) {
        let list = base.variableName.flatMap(meaning) ?? base
        guard let call = list.bare.as(FunctionCallExprSyntax.self), call.calleeName == "filter",
            let receiver = call.receiver
        else { return }
        _ = elements(call, receiver, statement, false)
    }

    func empty(_ base: ExprSyntax, _ statement: Syntax) {
        guard let text = subject(base) else { return }
        let isList = isList(base) ?? text.hasSuffix("s")
        note(statement, text, isList ? ".items(1...)" : ".length(1...)")
    }

    private func compare(_ node: InfixOperatorExprSyntax, _ text: String, _ statement: Syntax) {
        guard ["<", ">", "<=", ">=", "==", "!="].contains(text) else { return }
        if let subject = clamped(node) { return note(statement, subject, ".range(…)") }
        for (one, other) in [
            (node.leftOperand, node.rightOperand), (node.rightOperand, node.leftOperand),
        ] {
            if isFixed(other), let (subject, constraint) = measured(one, text) {
                note(statement, subject, constraint)
                return
            }
        }
        unique(node, statement)
        if text == "==" || text == "!=",
            node.rightOperand.bare.literalText == "",
            let subject = subject(node.leftOperand)
        {
            note(statement, subject, ".length(1...)")
        }
    }

    /// `body.name.count` has a length, `body.quantity` a range.
    func measured(_ node: ExprSyntax, _ text: String) -> (String, String)? {
        if let infix = node.bare.as(InfixOperatorExprSyntax.self),
            infix.operator.trimmedDescription == "??"
        {
            return measured(infix.leftOperand, text)
        }
        if let member = node.bare.as(MemberAccessExprSyntax.self),
            member.declName.baseName.text == "count", let base = member.base
        {
            if let (subject, constraint) = split(base) { return (subject, constraint) }
            guard let subject = subject(base) else { return nil }
            return (subject, isList(base) == true ? ".items(…)" : ".length(…)")
        }
        // `let length = body.name.count`
        if let name = node.bare.variableName, let meaning = meaning(of: name) {
            var found: (String, String)?
            follow(name) { found = measured(meaning, text) }
            return found
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
                let text = list(in: value.expression)
            else { continue }
            note(statement, text, ".unique")
        }
    }

    /// The list that is looked at, or of which each element is: `body.tags.map { $0.lowercased() }`.
    private func list(in node: ExprSyntax) -> String? {
        if let whole = subject(node) { return whole }
        guard let call = node.bare.as(FunctionCallExprSyntax.self), call.calleeName == "map" else {
            return nil
        }
        return call.receiver.flatMap(subject)
    }

    /// Whether it is a list, as far as types tell.
    func isList(_ node: ExprSyntax) -> Bool? {
        scope.type(of: node).map { TypeText.core($0).hasPrefix("[") }
    }
}
