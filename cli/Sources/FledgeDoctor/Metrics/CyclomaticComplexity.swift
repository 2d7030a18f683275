// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// McCabe's number of independent paths: one, and one more for each place where the way forks.
///
/// `if`, `guard`, loops, each `case` but `default`, `catch`, `?:`, `&&`, `||` and `where`. Closures count for the
/// function that holds them.
enum CyclomaticComplexity {
    static func measure(_ body: Syntax, skipping skipped: Set<SyntaxIdentifier> = []) -> Int {
        let counter = Counter(skipped)
        counter.walk(body)
        return counter.count
    }

    private final class Counter: SyntaxVisitor {
        var count = 1
        let skipped: Set<SyntaxIdentifier>

        init(_ skipped: Set<SyntaxIdentifier>) {
            self.skipped = skipped
            super.init(viewMode: .sourceAccurate)
        }

        private func fork() -> SyntaxVisitorContinueKind {
            count += 1
            return .visitChildren
        }

        override func visit(_: IfExprSyntax) -> SyntaxVisitorContinueKind { fork() }
        override func visit(_: GuardStmtSyntax) -> SyntaxVisitorContinueKind { fork() }
        override func visit(_: ForStmtSyntax) -> SyntaxVisitorContinueKind { fork() }
        override func visit(_: WhileStmtSyntax) -> SyntaxVisitorContinueKind { fork() }
        override func visit(_: RepeatStmtSyntax) -> SyntaxVisitorContinueKind { fork() }
        override func visit(_: SwitchCaseLabelSyntax) -> SyntaxVisitorContinueKind { fork() }
        override func visit(_: CatchClauseSyntax) -> SyntaxVisitorContinueKind { fork() }
        override func visit(_: TernaryExprSyntax) -> SyntaxVisitorContinueKind { fork() }
        override func visit(_: WhereClauseSyntax) -> SyntaxVisitorContinueKind { fork() }

        override func visit(_ node: BinaryOperatorExprSyntax) -> SyntaxVisitorContinueKind {
            if ["&&", "||"].contains(node.operator.text) { count += 1 }
            return .visitChildren
        }

        override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
            skipped.contains(node.id) ? .skipChildren : .visitChildren
        }
    }
}
