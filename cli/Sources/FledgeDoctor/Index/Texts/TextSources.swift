// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// What texts are made of in some files: constants, the functions that put them together, and who
/// calls these.
struct TextSources {
    /// First values and getters, by `name` and by `Type.name`.
    private(set) var constants: [String: [ExprSyntax]] = [:]
    private(set) var functions: [String: [FunctionDeclSyntax]] = [:]
    /// Values of cases of enums: `"/orders"` of `case orders = "/orders"`, by `Type.orders` and `orders`.
    private(set) var cases: [String: [ExprSyntax]] = [:]
    /// The names of the cases of each enum.
    private(set) var caseNames: [String: [String]] = [:]
    private(set) var calls: [String: [FunctionCallExprSyntax]] = [:]

    init(_ files: [FileIndex]) {
        for file in files {
            let visitor = SourcesVisitor()
            visitor.walk(file.source.tree)
            constants.merge(visitor.constants) { $0 + $1 }
            functions.merge(visitor.functions) { $0 + $1 }
            cases.merge(visitor.cases) { $0 + $1 }
            caseNames.merge(visitor.caseNames) { $0 + $1 }
            calls.merge(visitor.calls) { $0 + $1 }
        }
    }
}

private final class SourcesVisitor: SyntaxVisitor {
    var constants: [String: [ExprSyntax]] = [:]
    var functions: [String: [FunctionDeclSyntax]] = [:]
    var cases: [String: [ExprSyntax]] = [:]
    var caseNames: [String: [String]] = [:]
    var calls: [String: [FunctionCallExprSyntax]] = [:]

    init() { super.init(viewMode: .sourceAccurate) }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        // What is inside of a function is found from where it is used.
        guard node.ancestor(CodeBlockSyntax.self) == nil else { return .visitChildren }
        let owner = node.ownerName
        for binding in node.bindings {
            guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
                let value = binding.onlyValue
            else { continue }
            constants[name, default: []].append(value)
            if let owner { constants["\(owner).\(name)", default: []].append(value) }
        }
        return .visitChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        functions[node.name.text.trimmingBackticks, default: []].append(node)
        return .visitChildren
    }

    override func visit(_ node: EnumCaseElementSyntax) -> SyntaxVisitorContinueKind {
        let name = node.name.text.trimmingBackticks
        let owner = node.ownerName ?? ""
        caseNames[owner, default: []].append(name)
        if let value = node.rawValue?.value {
            cases[name, default: []].append(value)
            cases["\(owner).\(name)", default: []].append(value)
        }
        return .visitChildren
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        if let name = node.calleeName {
            calls[name.trimmingBackticks, default: []].append(node)
        }
        return .visitChildren
    }
}

extension SyntaxProtocol {
    /// The name of the type around a declaration.
    var ownerName: String? {
        var current = parent
        while let node = current {
            if let type = node.asProtocol((any NamedDeclSyntax).self),
                node.isProtocol((any DeclGroupSyntax).self)
            {
                return type.name.text
            }
            if let type = node.as(ExtensionDeclSyntax.self) {
                return TypeText.last(type.extendedType.trimmedDescription)
            }
            current = node.parent
        }
        return nil
    }
}

extension PatternBindingSyntax {
    /// Its first value, or the only expression of its getter.
    var onlyValue: ExprSyntax? {
        if let value = initializer?.value { return value }
        guard case .getter(let statements) = accessorBlock?.accessors else { return nil }
        return statements.onlyValue
    }
}

extension CodeBlockItemListSyntax {
    /// The expression that a body of one statement comes to.
    var onlyValue: ExprSyntax? {
        guard count == 1, let item = first?.item else { return nil }
        return item.as(ReturnStmtSyntax.self)?.expression ?? item.as(ExprSyntax.self)
    }
}
