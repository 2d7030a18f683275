// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A `switch` that only checks: its cases refuse or do nothing.
extension ValidationReader {
    func read(_ node: SwitchExprSyntax) {
        let cases = node.cases.compactMap { $0.as(SwitchCaseSyntax.self) }
        let refused = cases.filter { refusals.refuses($0.statements) }
        let others = cases.filter { !refusals.refuses($0.statements) }
        // One whose cases do different things chooses; it does not only check.
        guard !refused.isEmpty,
            others.count == 1 || others.allSatisfy({ doesNothing($0.statements) }),
            !refused.contains(where: looksAtSeveral), !others.contains(where: isOneAction)
        else { return }
        if node.subject.bare.is(BooleanLiteralExprSyntax.self) {
            for expression in refused.flatMap(patterns).compactMap(Self.expression) {
                read(expression, Syntax(node), node.subject.trimmedDescription == "false")
            }
            return
        }
        let subjects =
            node.subject.bare.as(TupleExprSyntax.self)?.elements.map(\.expression) ?? [node.subject]
        for (position, subject) in subjects.enumerated() {
            if let kind = cases.flatMap({ labels($0, position, of: subjects.count) }).first {
                note(subject, kind, Syntax(node))
            }
        }
    }

    private func note(_ node: ExprSyntax, _ kind: String, _ statement: Syntax) {
        if kind == ".oneOf(…)" {
            if let text = subject(node) { note(statement, text, kind) }
        } else if let (text, constraint) = measured(node, "<") {
            note(statement, text, constraint)
        }
    }

    /// `case "publish": try await posts.publish(id)`: what is to be done, and not which words there are.
    private func isOneAction(_ item: SwitchCaseSyntax) -> Bool {
        let words = patterns(item).filter { Self.expression($0)?.literalText != nil }
        return words.count == 1 && !doesNothing(item.statements)
    }

    private func doesNothing(_ statements: CodeBlockItemListSyntax) -> Bool {
        guard statements.count == 1, let only = statements.first?.item else { return false }
        return only.is(BreakStmtSyntax.self) || only.trimmedDescription == "()"
    }

    /// Whether it refuses values only together: `case (4, 0..<2)`.
    private func looksAtSeveral(_ item: SwitchCaseSyntax) -> Bool {
        patterns(item).compactMap { Self.expression($0)?.as(TupleExprSyntax.self) }.contains {
            $0.elements.filter { $0.trimmedDescription.first != "_" }.count > 1
        }
    }

    private func patterns(_ item: SwitchCaseSyntax) -> [PatternSyntax] {
        item.label.as(SwitchCaseLabelSyntax.self)?.caseItems.map(\.pattern) ?? []
    }

    private static func expression(_ pattern: PatternSyntax) -> ExprSyntax? {
        pattern.as(ExpressionPatternSyntax.self)?.expression
    }

    /// What the cases compare a subject with: a range of numbers, or words.
    private func labels(_ item: SwitchCaseSyntax, _ position: Int, of count: Int) -> [String] {
        guard let label = item.label.as(SwitchCaseLabelSyntax.self) else { return [] }
        return label.caseItems.compactMap { item in
            if let name = boundName(item.pattern), count == 1 {
                return compares(item.whereClause?.condition, name) ? ".range(…)" : nil
            }
            guard let pattern = part(item.pattern, position, of: count) else { return nil }
            if pattern.literalText?.isEmpty == false { return ".oneOf(…)" }
            return isFixed(pattern) ? ".range(…)" : nil
        }
    }

    /// What stands in a pattern for one of the subjects.
    private func part(_ pattern: PatternSyntax, _ position: Int, of count: Int) -> ExprSyntax? {
        guard let expression = Self.expression(pattern) else {
            let tuple = pattern.as(TuplePatternSyntax.self)?.elements
            return tuple.flatMap { Array($0).at(position) }.flatMap { Self.expression($0.pattern) }
        }
        guard count > 1 else { return expression }
        let tuple = expression.as(TupleExprSyntax.self)?.elements
        return tuple.flatMap { Array($0).at(position) }?.expression
    }

    /// `n` of `case let n where n > 60`.
    private func boundName(_ pattern: PatternSyntax) -> String? {
        pattern.as(ValueBindingPatternSyntax.self)?.pattern
            .as(IdentifierPatternSyntax.self)?.identifier.text
    }

    private func compares(_ condition: ExprSyntax?, _ name: String) -> Bool {
        let found = condition?.all(InfixOperatorExprSyntax.self) ?? []
        return found.contains { infix in
            ["<", ">", "<=", ">="].contains(infix.operator.trimmedDescription)
                && infix.leftOperand.variableName == name && isFixed(infix.rightOperand)
        }
    }
}

extension Array {
    fileprivate func at(_ position: Int) -> Element? {
        indices.contains(position) ? self[position] : nil
    }
}
