// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Finds conditions on one value of the input whose failure is answered as bad input.
///
/// Here are the statements in which such a condition stands; what it may say is read in the extensions.
final class ValidationReader: SyntaxVisitor {
    typealias Check = HandWrittenValidation.Check

    private(set) var checks: [Check] = []
    let function: FunctionUnit
    let index: AppIndex
    let inputs: InputNames
    let scope: Scope
    let refusals: Refusals
    /// What is taken apart, such as a cursor: a check of it is a part of reading it.
    private let parsed: Set<String>
    /// What this function is given of fixed values where it is called: `1...4` of `demand(voice, 1...4)`.
    let given: [String: ExprSyntax]
    /// Names of conditions and helpers that are being read, so that none is read within itself.
    var following: Set<String>

    /// A reader that has read nothing yet.
    init(
        of function: FunctionUnit, _ index: AppIndex, following: Set<String> = [],
        given: [String: ExprSyntax] = [:], refusals: Refusals? = nil
    ) {
        self.given = given
        self.function = function
        self.index = index
        self.following = following
        scope = Scope(function, index)
        inputs = InputNames(function, index)
        self.refusals = refusals ?? Refusals(function.body)
        parsed = inputs.parsed(in: function.body)
        super.init(viewMode: .sourceAccurate)
    }

    convenience init(_ function: FunctionUnit, _ index: AppIndex) {
        self.init(of: function, index)
        walk(function.body)
    }

    func subject(_ node: ExprSyntax) -> String? { inputs.subject(node) }

    func note(_ statement: Syntax, _ subject: String, _ constraint: String) {
        guard !parsed.contains(subject) else { return }
        checks.append(.init(statement: statement, subject: subject, constraint: constraint))
    }

    /// What some reading notes, without noting it.
    func collected(_ read: () -> Void) -> [Check] {
        let before = checks
        checks = []
        read()
        defer { checks = before }
        return checks
    }

    // MARK: Statements

    override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
        if refusals.refuses(node.body.statements) {
            read(node.conditions, Syntax(node), isRule: true)
        }
        return .visitChildren
    }

    override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
        if refusals.refuses(node.body.statements) {
            read(node.conditions, Syntax(node), isRule: false)
        } else if let other = node.elseBody?.as(CodeBlockSyntax.self),
            refusals.refuses(other.statements)
        {
            read(node.conditions, Syntax(node), isRule: true)
        }
        return .visitChildren
    }

    /// `for value in [body.name, body.city] where value.isEmpty { throw … }`.
    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        if let condition = node.whereClause?.condition, refusals.refuses(node.body.statements) {
            if !questions(of: node, condition) { read(condition, Syntax(node), false) }
        }
        return .visitChildren
    }

    override func visit(_ node: SwitchExprSyntax) -> SyntaxVisitorContinueKind {
        read(node)
        return .visitChildren
    }

    /// `return body.name.isEmpty ? Response(.badRequest) : …`, and a complaint or nil under a name.
    override func visit(_ node: TernaryExprSyntax) -> SyntaxVisitorContinueKind {
        let branches = [node.thenExpression, node.elseExpression]
        let wrong =
            branches.map {
                isComplaint(node)
                    ? !["nil", "[]", "[:]"].contains($0.trimmedDescription) : refuses($0)
            }
        guard wrong[0] != wrong[1] else { return .visitChildren }
        read(node.condition, Syntax(node), wrong[1])
        return .visitChildren
    }

    private func refuses(_ answer: ExprSyntax) -> Bool {
        answer.bare.is(FunctionCallExprSyntax.self) && Refusals.isRefusal(answer)
    }

    private func isComplaint(_ node: TernaryExprSyntax) -> Bool {
        var current = node.parent
        while let parent = current {
            if let binding = parent.as(PatternBindingSyntax.self) {
                return refusals.complaints.contains(binding.pattern.trimmedDescription)
            }
            if let infix = parent.as(InfixOperatorExprSyntax.self) {
                return infix.operator.trimmedDescription == "+="
                    && infix.leftOperand.variableName.map(refusals.complaints.contains) == true
            }
            if parent.is(ReturnStmtSyntax.self) || parent.is(CodeBlockItemSyntax.self) {
                return refusals.answersComplaint
            }
            // `[isEmpty ? "name" : nil].compactMap { $0 }`
            guard
                parent.is(InitializerClauseSyntax.self) || parent.is(ArrayElementSyntax.self)
                    || parent.is(ArrayElementListSyntax.self) || parent.is(ArrayExprSyntax.self)
                    || parent.is(MemberAccessExprSyntax.self)
                    || parent.is(FunctionCallExprSyntax.self)
            else { return false }
            current = parent.parent
        }
        return false
    }

    /// `try ensure(body.name.count < 80, else: .badRequest)`.
    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        if let condition = required(by: node) { read(condition, Syntax(node), true) }
        if let unit = local(node) ?? distant(node), unit.returnType.map(TypeText.core) != "Bool" {
            follow(unit, node, Syntax(node), isComplaint: false)
        }
        return .visitChildren
    }

    /// `let wrong = AuditionChecks.wrong(in: body)`, by which the function refuses later.
    override func visit(_ node: PatternBindingSyntax) -> SyntaxVisitorContinueKind {
        if refusals.complaints.contains(node.pattern.trimmedDescription),
            let value = node.initializer?.value
        {
            complaints(in: value, Syntax(node))
        }
        return .visitChildren
    }
}
