// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// What matters of one statement of a handler when it is to stand elsewhere.
struct StatementFacts {
    let node: CodeBlockItemSyntax
    let uses: [NameUse]
    let declared: [DeclaredName]
    /// `throw Problem(…)`: what becomes an error of the domain.
    let problems: [ThrowStmtSyntax]
    /// The `return`s that leave the handler.
    let returns: [ReturnStmtSyntax]
    /// Names of the web in it, outside of the problems.
    let webNames: [TokenSyntax]
    /// Whether it calls what may throw, or throws itself.
    let canThrow: Bool
    let waits: Bool
    /// What cannot be moved at all, with the reason.
    let obstacle: (node: Syntax, reason: String)?

    init(_ node: CodeBlockItemSyntax, isWeb: (String) -> Bool) {
        self.node = node
        let names = NameReader(node)
        uses = names.uses
        declared = names.declared
        let own = OwnCode(node)
        problems = own.throwing.filter(\.throwsProblem)
        returns = own.returns
        let inProblems = Set(problems.flatMap { $0.expression.tokens(viewMode: .sourceAccurate) })
        webNames = node.tokens(viewMode: .sourceAccurate).filter { token in
            guard case .identifier(let name) = token.tokenKind, !inProblems.contains(token) else {
                return false
            }
            return name.first?.isUppercase == true && isWeb(name)
        }
        canThrow = !own.throwing.isEmpty || own.tries
        waits = own.waits
        obstacle = Self.obstacle(node, problems)
    }

    private static func obstacle(
        _ node: CodeBlockItemSyntax, _ problems: [ThrowStmtSyntax]
    ) -> (node: Syntax, reason: String)? {
        if let macro = node.all(MacroExpansionExprSyntax.self).first {
            return (Syntax(macro), "'\(macro.trimmedDescription)' means its own place")
        }
        if let condition = node.all(IfConfigDeclSyntax.self).first {
            return (Syntax(condition), "it is compiled on a condition (#if)")
        }
        if node.item.is(DeferStmtSyntax.self) {
            return (Syntax(node), "a 'defer' runs at the end of the handler")
        }
        for problem in problems {
            if let around = problem.ancestor(DoStmtSyntax.self), !around.catchClauses.isEmpty,
                around.position >= node.position
            {
                return (Syntax(problem), "a 'catch' around the problem would see another error")
            }
            if problem.ancestor(ClosureExprSyntax.self).map({ $0.position >= node.position })
                ?? false
            {
                return (Syntax(problem), "the problem is thrown in a closure")
            }
        }
        return nil
    }
}

extension ThrowStmtSyntax {
    /// `throw Problem(…)`, and `throw Problem.notFound(…)`.
    var throwsProblem: Bool {
        guard let call = expression.bare.as(FunctionCallExprSyntax.self) else {
            return expression.bare.memberPath?.first == "Problem"
        }
        return call.calleeName == "Problem" && call.receiver == nil
            || call.receiver?.variableName == "Problem"
    }
}

/// What runs in the statement itself, and not in functions and closures in it.
private final class OwnCode: SyntaxVisitor {
    var returns: [ReturnStmtSyntax] = []
    var throwing: [ThrowStmtSyntax] = []
    var tries = false
    var waits = false
    private var closures = 0

    init(_ node: some SyntaxProtocol) {
        super.init(viewMode: .sourceAccurate)
        walk(node)
    }

    override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
        if closures == 0 { returns.append(node) }
        return .visitChildren
    }

    override func visit(_ node: ThrowStmtSyntax) -> SyntaxVisitorContinueKind {
        // In a closure too: where it is called needs a 'try' of its own.
        if closures == 0 || node.throwsProblem { throwing.append(node) }
        return .visitChildren
    }

    override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
        if closures == 0, node.questionOrExclamationMark == nil { tries = true }
        return .visitChildren
    }

    override func visit(_: AwaitExprSyntax) -> SyntaxVisitorContinueKind {
        if closures == 0 { waits = true }
        return .visitChildren
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        if closures == 0, node.awaitKeyword != nil { waits = true }
        if closures == 0, node.tryKeyword != nil { tries = true }
        return .visitChildren
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        if closures == 0, node.modifiers.contains(where: { $0.name.text == "async" }) {
            waits = true
        }
        return .visitChildren
    }

    override func visit(_: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        closures += 1
        return .visitChildren
    }
    override func visitPost(_: FunctionDeclSyntax) { closures -= 1 }

    override func visit(_: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        closures += 1
        return .visitChildren
    }
    override func visitPost(_: ClosureExprSyntax) { closures -= 1 }
}
