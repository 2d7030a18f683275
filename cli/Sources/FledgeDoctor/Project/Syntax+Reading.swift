// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftParser
import SwiftSyntax

extension FunctionCallExprSyntax {
    /// The argument with a label.
    func argument(_ label: String) -> ExprSyntax? {
        arguments.first { $0.label?.text == label }?.expression
    }

    /// The closures that it is given, trailing or in parentheses.
    var closures: [ClosureExprSyntax] {
        arguments.compactMap { $0.expression.as(ClosureExprSyntax.self) }
            + (trailingClosure.map { [$0] } ?? []) + additionalTrailingClosures.map(\.closure)
    }

    /// What is called: `find` of `orders.find(id)`, `Order` of `Order(id: 1)`.
    var calleeName: String? {
        if let member = calledExpression.as(MemberAccessExprSyntax.self) {
            return member.declName.baseName.text
        }
        if let generic = calledExpression.as(GenericSpecializationExprSyntax.self) {
            return generic.expression.as(DeclReferenceExprSyntax.self)?.baseName.text
        }
        return calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text
    }

    /// What a method is called on: `orders` of `orders.find(id)`.
    var receiver: ExprSyntax? {
        calledExpression.as(MemberAccessExprSyntax.self)?.base
    }
}

extension ExprSyntax {
    /// The text of a string literal without interpolations.
    var literalText: String? {
        `as`(StringLiteralExprSyntax.self)?.representedLiteralValue
    }

    /// Itself without `try`, `await`, parentheses around one value, `!` and `?`.
    var bare: ExprSyntax {
        if let node = `as`(TryExprSyntax.self) { return node.expression.bare }
        if let node = `as`(AwaitExprSyntax.self) { return node.expression.bare }
        if let node = `as`(ForceUnwrapExprSyntax.self) { return node.expression.bare }
        if let node = `as`(OptionalChainingExprSyntax.self) { return node.expression.bare }
        if let node = `as`(TupleExprSyntax.self), node.elements.count == 1,
            let only = node.elements.first
        {
            return only.expression.bare
        }
        return self
    }

    /// The name of a plain variable.
    var variableName: String? {
        let bare = bare
        if let name = bare.as(DeclReferenceExprSyntax.self)?.baseName.text { return name }
        if let member = bare.as(MemberAccessExprSyntax.self),
            member.base?.variableName == "self"
        {
            return member.declName.baseName.text
        }
        return nil
    }

    /// The names of a path of members: `["body", "email"]` of `body.email`; nil when anything else is
    /// part of it.
    var memberPath: [String]? {
        let bare = bare
        if let name = bare.as(DeclReferenceExprSyntax.self)?.baseName.text {
            return name == "self" ? [] : [name]
        }
        guard let member = bare.as(MemberAccessExprSyntax.self), let base = member.base,
            let path = base.memberPath
        else { return nil }
        return path + [member.declName.baseName.text]
    }
}

extension SyntaxProtocol {
    /// The nearest node around this one that is of a type.
    func ancestor<Node: SyntaxProtocol>(_: Node.Type) -> Node? {
        var current = parent
        while let node = current {
            if let found = node.as(Node.self) { return found }
            current = node.parent
        }
        return nil
    }

    /// Every node of a type below this one, in the order of the text.
    func all<Node: SyntaxProtocol>(
        _: Node.Type, skipping: Set<SyntaxIdentifier> = []
    ) -> [Node] {
        var found: [Node] = []
        var waiting: [Syntax] = [Syntax(self)]
        while let node = waiting.popLast() {
            if skipping.contains(node.id) { continue }
            if let match = node.as(Node.self) { found.append(match) }
            waiting.append(contentsOf: node.children(viewMode: .sourceAccurate).reversed())
        }
        return found
    }
}

extension SyntaxProtocol {
    /// Its attributes, where it can have some.
    private var attributeList: AttributeListSyntax {
        asProtocol((any WithAttributesSyntax).self)?.attributes ?? []
    }

    /// The names of the attributes: `Route` of `@Route`.
    var attributeNames: [String] {
        attributeList.compactMap { $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription }
    }

    /// The attribute of a name.
    func attribute(_ names: Set<String>) -> AttributeSyntax? {
        attributeList.lazy.compactMap { $0.as(AttributeSyntax.self) }
            .first { names.contains($0.attributeName.trimmedDescription) }
    }
}

extension AttributeSyntax {
    /// The first argument without a label, when it is a text.
    var firstText: String? {
        arguments?.as(LabeledExprListSyntax.self)?.first { $0.label == nil }?.expression.literalText
    }
}
