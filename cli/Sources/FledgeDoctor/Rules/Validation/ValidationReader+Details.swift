// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Parts of a value that a condition looks at, and lists of conditions.
extension ValidationReader {
    private static let ofLetters: Set<String> = [
        "isUppercase", "isLowercase", "isLetter", "isNumber", "isWholeNumber", "isHexDigit",
        "isWhitespace", "isASCII", "isPunctuation", "isNewline", "isCased",
    ]

    /// `body.name.first?.isUppercase`, and whether a set has taken one more: `seen.insert(tag).inserted`.
    func detail(_ member: MemberAccessExprSyntax, _ base: ExprSyntax) -> (String, String)? {
        let name = member.declName.baseName.text
        if name == "inserted", let call = base.bare.as(FunctionCallExprSyntax.self),
            call.calleeName == "insert", let value = call.arguments.first?.expression
        {
            return subject(value).map { ($0, ".unique") }
        }
        guard Self.ofLetters.contains(name) else { return nil }
        return letter(base).map { ($0, ".pattern(…)") }
    }

    /// The text that a letter is the first or last of.
    private func letter(_ node: ExprSyntax) -> String? {
        if let name = node.variableName {
            let bound = function.body.all(OptionalBindingConditionSyntax.self).first {
                $0.pattern.trimmedDescription == name
            }
            return bound?.initializer.flatMap { letter($0.value) }
        }
        guard let member = node.bare.as(MemberAccessExprSyntax.self), let base = member.base,
            ["first", "last"].contains(member.declName.baseName.text)
        else { return nil }
        return subject(base)
    }

    /// The text whose parts are counted, and not read: `body.email.split(separator: "@").count`.
    func split(_ node: ExprSyntax) -> (String, String)? {
        let meaning =
            node.variableName.flatMap { name in
                function.body.all(PatternBindingSyntax.self)
                    .first { $0.pattern.trimmedDescription == name }?.initializer?.value
            } ?? node
        guard let call = meaning.bare.as(FunctionCallExprSyntax.self), let receiver = call.receiver,
            ["split", "components"].contains(call.calleeName ?? ""),
            let text = subject(receiver)
        else { return nil }
        let isAddress = call.arguments.first?.expression.literalText == "@"
        return (text, isAddress ? ".email" : ".pattern(…)")
    }

    /// What is compared with itself within bounds: `body.voice == min(max(body.voice, 1), 4)`.
    func clamped(_ node: InfixOperatorExprSyntax) -> String? {
        for (one, other) in [
            (node.leftOperand, node.rightOperand), (node.rightOperand, node.leftOperand),
        ] {
            guard let text = subject(one), let call = other.bare.as(FunctionCallExprSyntax.self),
                ["min", "max", "clamped", "clamp"].contains(call.calleeName ?? ""),
                other.trimmedDescription.contains(one.trimmedDescription)
            else { continue }
            return text
        }
        return nil
    }

    // MARK: Lists of conditions

    /// `checks.first { $0.1 }` of `[("name", body.name.isEmpty), …]`.
    func questions(
        _ call: FunctionCallExprSyntax, _ receiver: ExprSyntax, _ statement: Syntax, _ isRule: Bool
    ) -> Bool {
        guard let rows = rows(of: receiver), let closure = call.closures.first,
            closure.statements.count == 1,
            var condition = closure.statements.first?.item.as(ExprSyntax.self)?.bare
        else { return false }
        var isRight = isRule
        if let prefix = condition.as(PrefixOperatorExprSyntax.self) {
            condition = prefix.expression.bare
            isRight.toggle()
        }
        guard let path = condition.memberPath, path.first == "$0", path.count == 2 else {
            return false
        }
        read(rows, statement, isRight) { row in
            row.first { $0.label?.text == path[1] }
                ?? Int(path[1]).flatMap { row.indices.contains($0) ? row[$0] : nil }
        }
        return true
    }

    /// `for (field, isWrong) in checks where isWrong { throw … }`.
    func questions(of loop: ForStmtSyntax, _ condition: ExprSyntax) -> Bool {
        var condition = condition.bare
        var isRight = false
        if let prefix = condition.as(PrefixOperatorExprSyntax.self) {
            condition = prefix.expression.bare
            isRight = true
        }
        guard let names = loop.pattern.as(TuplePatternSyntax.self)?.elements,
            let name = condition.variableName, let rows = rows(of: loop.sequence),
            let position = names.map({ $0.pattern.trimmedDescription }).firstIndex(of: name)
        else { return false }
        read(rows, Syntax(loop), isRight) {
            $0.indices.contains(position) ? $0[position] : nil
        }
        return true
    }

    private func read(
        _ rows: [[LabeledExprSyntax]], _ statement: Syntax, _ isRule: Bool,
        _ column: ([LabeledExprSyntax]) -> LabeledExprSyntax?
    ) {
        for condition in rows.compactMap(column) { read(condition.expression, statement, isRule) }
    }

    /// The tuples of a list that stands in the function.
    private func rows(of node: ExprSyntax) -> [[LabeledExprSyntax]]? {
        let list = node.variableName.flatMap(meaning) ?? node
        let rows = list.bare.as(ArrayExprSyntax.self)?.elements.compactMap {
            $0.expression.as(TupleExprSyntax.self).map { Array($0.elements) }
        }
        return rows?.isEmpty == false ? rows : nil
    }
}
