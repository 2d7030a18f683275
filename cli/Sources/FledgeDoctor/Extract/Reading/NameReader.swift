// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A use of a name that is declared outside of what was read.
struct NameUse {
    var name: String
    /// The members behind it: `["inventory"]` of `services.inventory.find(id)`.
    var path: [String]
    /// The method that is called on it: `find`.
    var method: String?
    /// Whether it is assigned to, or given as `inout`.
    var isWritten: Bool
    /// Whether it is called itself: `total(base: 1)`.
    var isCalled: Bool
    var node: DeclReferenceExprSyntax
    /// The name with its members, without the method.
    var whole: ExprSyntax
}

/// A name that a statement declares for those behind it.
struct DeclaredName {
    var name: String
    var isVariable: Bool
    var isFunction: Bool
}

/// Reads which names a statement uses from outside, and which it declares, with Swift's scopes.
final class NameReader: SyntaxVisitor {
    private(set) var uses: [NameUse] = []
    private(set) var declared: [DeclaredName] = []
    private var scopes: [Set<String>] = [[]]
    private let written: Set<SyntaxIdentifier>

    init(_ node: some SyntaxProtocol) {
        written = Self.written(in: node)
        super.init(viewMode: .sourceAccurate)
        walk(node)
    }

    // MARK: Uses

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        if let member = node.parent?.as(MemberAccessExprSyntax.self), member.declName.id == node.id
        {
            return .skipChildren
        }
        guard node.parent?.is(KeyPathPropertyComponentSyntax.self) != true else {
            return .skipChildren
        }
        if case .dollarIdentifier = node.baseName.tokenKind { return .skipChildren }
        let name = node.baseName.text.trimmingBackticks
        let isType = name.first?.isUppercase == true && name != "Self"
        guard !isType, !scopes.contains(where: { $0.contains(name) }) else { return .skipChildren }
        uses.append(use(of: name, node))
        return .skipChildren
    }

    private func use(of name: String, _ node: DeclReferenceExprSyntax) -> NameUse {
        var whole = ExprSyntax(node)
        var path: [String] = []
        while let member = whole.parent?.as(MemberAccessExprSyntax.self),
            member.base?.id == whole.id
        {
            if let call = member.parent?.as(FunctionCallExprSyntax.self),
                call.calledExpression.id == member.id
            {
                return NameUse(
                    name: name, path: path, method: member.declName.baseName.text,
                    isWritten: written.contains(node.id), isCalled: false, node: node, whole: whole)
            }
            path.append(member.declName.baseName.text)
            whole = ExprSyntax(member)
        }
        let call = whole.parent?.as(FunctionCallExprSyntax.self)
        return NameUse(
            name: name, path: path, method: nil, isWritten: written.contains(node.id),
            isCalled: call?.calledExpression.id == whole.id, node: node, whole: whole)
    }

    /// The names that stand on the left of an assignment, or behind `&`.
    private static func written(in node: some SyntaxProtocol) -> Set<SyntaxIdentifier> {
        var found: Set<SyntaxIdentifier> = []
        for infix in node.all(InfixOperatorExprSyntax.self) where infix.isAssignment {
            found.formUnion(infix.leftOperand.all(DeclReferenceExprSyntax.self).map(\.id))
        }
        for reference in node.all(InOutExprSyntax.self) {
            found.formUnion(reference.all(DeclReferenceExprSyntax.self).map(\.id))
        }
        return found
    }

    // MARK: Declarations

    private func declare(_ name: String, variable: Bool = false, function: Bool = false) {
        scopes[scopes.count - 1].insert(name)
        if scopes.count == 1 {
            declared.append(DeclaredName(name: name, isVariable: variable, isFunction: function))
        }
    }

    private func declare(_ pattern: some SyntaxProtocol, variable: Bool = false) {
        for name in pattern.all(IdentifierPatternSyntax.self) {
            declare(name.identifier.text.trimmingBackticks, variable: variable)
        }
        for expression in pattern.all(ExpressionPatternSyntax.self) { walk(expression.expression) }
    }

    private func scoped(_ body: () -> Void) {
        scopes.append([])
        body()
        scopes.removeLast()
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        let isVariable = node.bindingSpecifier.text == "var"
        for binding in node.bindings {
            if let value = binding.initializer { walk(value) }
            if let accessors = binding.accessorBlock { walk(accessors) }
            declare(binding.pattern, variable: isVariable)
        }
        return .skipChildren
    }

    override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
        if let value = node.initializer {
            walk(value)
        } else if let name = node.pattern.as(IdentifierPatternSyntax.self)?.identifier {
            // `if let order`: the name is used, and then declared anew.
            let reference = DeclReferenceExprSyntax(baseName: name)
            if !scopes.contains(where: { $0.contains(name.text) }) {
                uses.append(
                    NameUse(
                        name: name.text, path: [], method: nil, isWritten: false, isCalled: false,
                        node: reference, whole: ExprSyntax(reference)))
            }
        }
        declare(node.pattern, variable: node.bindingSpecifier.text == "var")
        return .skipChildren
    }

    override func visit(_ node: MatchingPatternConditionSyntax) -> SyntaxVisitorContinueKind {
        walk(node.initializer)
        declare(node.pattern)
        return .skipChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        declare(node.name.text, function: true)
        scoped {
            for parameter in node.signature.parameterClause.units { declare(parameter.name) }
            if let body = node.body { walk(body) }
        }
        return .skipChildren
    }

    // MARK: Scopes

    override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
        // The body does not see what the conditions declare; what follows the guard does.
        walk(node.body)
        walk(node.conditions)
        return .skipChildren
    }

    override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
        scoped {
            walk(node.conditions)
            walk(node.body)
        }
        if let other = node.elseBody { walk(other) }
        return .skipChildren
    }

    override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
        scoped {
            walk(node.conditions)
            walk(node.body)
        }
        return .skipChildren
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        walk(node.sequence)
        scoped {
            declare(node.pattern)
            if let condition = node.whereClause { walk(condition) }
            walk(node.body)
        }
        return .skipChildren
    }

    override func visit(_ node: SwitchCaseSyntax) -> SyntaxVisitorContinueKind {
        scoped {
            if let label = node.label.as(SwitchCaseLabelSyntax.self) {
                for item in label.caseItems {
                    declare(item.pattern)
                    if let condition = item.whereClause { walk(condition) }
                }
            }
            walk(node.statements)
        }
        return .skipChildren
    }

    override func visit(_ node: CatchClauseSyntax) -> SyntaxVisitorContinueKind {
        scoped {
            declare("error")
            for item in node.catchItems {
                if let pattern = item.pattern { declare(pattern) }
                if let condition = item.whereClause { walk(condition) }
            }
            walk(node.body)
        }
        return .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        if let captures = node.signature?.capture { walk(captures) }
        scoped {
            for parameter in node.parameterUnits { declare(parameter.name) }
            for capture in node.signature?.capture?.items ?? [] { declare(capture.name.text) }
            walk(node.statements)
        }
        return .skipChildren
    }

    override func visit(_: CodeBlockSyntax) -> SyntaxVisitorContinueKind {
        scopes.append([])
        return .visitChildren
    }

    override func visitPost(_: CodeBlockSyntax) { scopes.removeLast() }
}

extension InfixOperatorExprSyntax {
    /// `=`, `+=` and their like; no comparison.
    var isAssignment: Bool {
        if self.operator.is(AssignmentExprSyntax.self) { return true }
        let text = self.operator.trimmedDescription
        return text.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(text)
    }
}
