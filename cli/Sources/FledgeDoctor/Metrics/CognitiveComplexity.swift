// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// How hard a function is to follow, by SonarSource's definition.
///
/// G. Ann Campbell, "Cognitive Complexity: a new way of measuring understandability", SonarSource
/// 2018 (version 1.7, 2023). Its three rules, and what they are for Swift:
///
/// - B1, one for each break of the linear flow: `if`, `else if`, `else`, `guard`, `?:`, `switch`, loops, `catch`,
///   a jump to a label, each sequence of like logical operators, and a call of itself. `where` of a
///   loop is a condition, and counts.
/// - B2, what nests: the bodies of these, and closures and functions inside of functions.
/// - B3, one more for each level: `if`, `guard`, `?:`, `switch`, loops, `catch`.
///
/// A `switch` counts once, however many cases it has. `??`, `if let x`, `guard let x` with `?.` and `try?` are shorthand,
/// which the paper leaves free; their `if` or `guard` counts.
enum CognitiveComplexity {
    /// - Parameters:
    ///   - body: The body of a function.
    ///   - name: The function's own, for calls of itself.
    ///   - skipped: Closures that are measured by themselves, such as handlers of routes.
    /// - Returns: The sum; 0 for what runs straight through.
    static func measure(
        _ body: Syntax, name: String? = nil, skipping skipped: Set<SyntaxIdentifier> = []
    ) -> Int {
        let counter = CognitiveCounter(name: name, skipped: skipped)
        counter.walk(body)
        return counter.score + (counter.callsItself ? 1 : 0)
    }
}

private final class CognitiveCounter: SyntaxVisitor {
    var score = 0
    var callsItself = false
    private var nesting = 0
    private let name: String?
    private let skipped: Set<SyntaxIdentifier>

    init(name: String?, skipped: Set<SyntaxIdentifier>) {
        self.name = name
        self.skipped = skipped
        super.init(viewMode: .sourceAccurate)
    }

    private func nested(_ nodes: (any SyntaxProtocol)?...) {
        nesting += 1
        for node in nodes { if let node { walk(Syntax(node)) } }
        nesting -= 1
    }

    private func flat(_ node: (any SyntaxProtocol)?) {
        if let node { walk(Syntax(node)) }
    }

    private func breakFlow() { score += 1 + nesting }

    override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
        // `else if` costs one, without its level: the reader paid for that at the first `if`.
        if node.parent?.is(IfExprSyntax.self) == true { score += 1 } else { breakFlow() }
        flat(node.conditions)
        nested(node.body)
        switch node.elseBody {
        case .ifExpr(let next): flat(next)
        case .codeBlock(let block):
            score += 1
            nested(block)
        case nil: break
        }
        return .skipChildren
    }

    override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
        breakFlow()
        flat(node.conditions)
        nested(node.body)
        return .skipChildren
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        breakFlow()
        flat(node.sequence)
        if let clause = node.whereClause {
            score += 1
            flat(clause)
        }
        nested(node.body)
        return .skipChildren
    }

    override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
        breakFlow()
        flat(node.conditions)
        nested(node.body)
        return .skipChildren
    }

    override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind {
        breakFlow()
        flat(node.condition)
        nested(node.body)
        return .skipChildren
    }

    override func visit(_ node: SwitchExprSyntax) -> SyntaxVisitorContinueKind {
        breakFlow()
        flat(node.subject)
        nested(node.cases)
        return .skipChildren
    }

    override func visit(_ node: CatchClauseSyntax) -> SyntaxVisitorContinueKind {
        breakFlow()
        flat(node.catchItems)
        nested(node.body)
        return .skipChildren
    }

    override func visit(_ node: TernaryExprSyntax) -> SyntaxVisitorContinueKind {
        breakFlow()
        flat(node.condition)
        nested(node.thenExpression, node.elseExpression)
        return .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        if !skipped.contains(node.id) { nested(node.statements) }
        return .skipChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        nested(node.body)
        return .skipChildren
    }

    override func visit(_ node: BreakStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.label != nil { score += 1 }
        return .skipChildren
    }

    override func visit(_ node: ContinueStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.label != nil { score += 1 }
        return .skipChildren
    }

    /// `a && b && c` is one thought, `a && b || c` are two.
    override func visit(_ node: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        if let own = logical(node) {
            let left = node.leftOperand.bare.as(InfixOperatorExprSyntax.self).flatMap(logical)
            if left != own { score += 1 }
        }
        return .visitChildren
    }

    private func logical(_ node: InfixOperatorExprSyntax) -> String? {
        let text = node.operator.as(BinaryOperatorExprSyntax.self)?.operator.text
        return text == "&&" || text == "||" ? text : nil
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        let receiver = node.receiver?.bare.as(DeclReferenceExprSyntax.self)?.baseName.text
        let onItself =
            node.receiver == nil && !node.calledExpression.is(MemberAccessExprSyntax.self)
        if let name, node.calleeName == name, onItself || receiver == "self" {
            callsItself = true
        }
        return .visitChildren
    }
}
