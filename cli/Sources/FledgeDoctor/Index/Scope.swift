// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The types of the names in a function, as far as its text and the app's declarations tell.
struct Scope: Sendable {
    private var variables: [String: String] = [:]
    let owner: String?
    private let index: AppIndex

    init(_ index: AppIndex) {
        self.index = index
        owner = nil
    }

    init(_ function: FunctionUnit, _ index: AppIndex) {
        self.index = index
        owner = function.owner
        for parameter in function.captured + function.parameters where !parameter.type.isEmpty {
            variables[parameter.name] = parameter.type
        }
        if function.kind == .closure { noteVariables(around: function.node) }
        for node in function.body.all(PatternBindingSyntax.self) {
            if let tuple = node.pattern.as(TuplePatternSyntax.self) {
                note(tuple, node.initializer?.value)
                continue
            }
            guard let name = node.pattern.as(IdentifierPatternSyntax.self)?.identifier.text else {
                continue
            }
            note(name, node.typeAnnotation?.type.trimmedDescription, node.initializer?.value)
        }
        for node in function.body.all(OptionalBindingConditionSyntax.self) {
            guard let name = node.pattern.as(IdentifierPatternSyntax.self)?.identifier.text else {
                continue
            }
            note(name, node.typeAnnotation?.type.trimmedDescription, node.initializer?.value)
        }
        for node in function.body.all(ForStmtSyntax.self) {
            guard let name = node.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
                let list = type(of: node.sequence), let element = TypeText.element(list)
            else { continue }
            variables[name] = element
        }
    }

    /// What a closure sees of the function around it: `let calendar = services.calendar`.
    private mutating func noteVariables(around closure: Syntax) {
        var current = closure.parent
        var lists: [CodeBlockItemListSyntax] = []
        while let node = current {
            if let list = node.as(CodeBlockItemListSyntax.self) { lists.append(list) }
            current = node.parent
        }
        for item in lists.reversed().joined() where item.position < closure.position {
            for binding in item.item.as(VariableDeclSyntax.self)?.bindings ?? [] {
                guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
                    variables[name] == nil
                else { continue }
                note(
                    name, binding.typeAnnotation?.type.trimmedDescription,
                    binding.initializer?.value)
            }
        }
    }

    /// `let (desk, shelf) = make()`.
    private mutating func note(_ pattern: TuplePatternSyntax, _ value: ExprSyntax?) {
        guard let value else { return }
        let types: [String?] =
            if let tuple = value.bare.as(TupleExprSyntax.self) {
                tuple.elements.map { type(of: $0.expression) }
            } else {
                type(of: value).map(TypeText.parts) ?? []
            }
        guard types.count == pattern.elements.count else { return }
        for (element, type) in zip(pattern.elements, types) {
            guard let name = element.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
            else {
                continue
            }
            variables[name] = type
        }
    }

    private mutating func note(_ name: String, _ written: String?, _ value: ExprSyntax?) {
        if let type = written ?? value.flatMap({ type(of: $0) }) { variables[name] = type }
    }

    /// The type of a name in it.
    func type(named name: String) -> String? {
        variables[name] ?? owner.flatMap { index.propertyType($0, name) } ?? index.globals[name]
    }

    /// The type of an expression; nil when nothing in the text says it.
    func type(of expression: ExprSyntax) -> String? {
        let node = expression.bare
        if let name = node.as(DeclReferenceExprSyntax.self)?.baseName.text {
            return name == "self" ? owner : type(named: name)
        }
        if let member = node.as(MemberAccessExprSyntax.self), let base = member.base {
            let name = member.declName.baseName.text
            // `Desk.shared`.
            if let owner = base.variableName, owner.first?.isUppercase == true,
                let type = index.propertyType(owner, name)
            {
                return type
            }
            if let type = type(of: base) { return index.propertyType(TypeText.core(type), name) }
            // A service that is the only one of its name.
            return index.propertyType("Services", name)
        }
        if let call = node.as(FunctionCallExprSyntax.self) { return type(ofCall: call) }
        if let ternary = node.as(TernaryExprSyntax.self) {
            return type(of: ternary.thenExpression)
        }
        if let macro = node.as(MacroExpansionExprSyntax.self), macro.macroName.text == "require",
            let only = macro.arguments.first
        {
            return type(of: only.expression)
        }
        if let cast = node.as(AsExprSyntax.self) { return cast.type.trimmedDescription }
        if node.is(StringLiteralExprSyntax.self) { return "String" }
        if node.is(IntegerLiteralExprSyntax.self) { return "Int" }
        if node.is(FloatLiteralExprSyntax.self) { return "Double" }
        if node.is(BooleanLiteralExprSyntax.self) { return "Bool" }
        if let infix = node.as(InfixOperatorExprSyntax.self) {
            let text = infix.operator.trimmedDescription
            if text == "??" { return type(of: infix.leftOperand) ?? type(of: infix.rightOperand) }
            if ["+", "-", "*", "/", "%"].contains(text) {
                return type(of: infix.leftOperand) ?? type(of: infix.rightOperand)
            }
        }
        return nil
    }

    private func type(ofCall call: FunctionCallExprSyntax) -> String? {
        guard let name = call.calleeName else { return nil }
        guard let receiver = call.receiver else {
            if name.first?.isUppercase == true { return name }
            return owner.flatMap { index.returnType(of: $0, name) }
                ?? index.returnType(ofFunction: name)
        }
        if let type = receiver.variableName, type.first?.isUppercase == true {
            // `Order.make()`, and `Order.Line(…)`.
            if name.first?.isUppercase == true || name == "init" {
                return name == "init" ? type : name
            }
            return index.returnType(of: type, name)
        }
        if name.first?.isUppercase == true { return name }
        guard let type = type(of: receiver) else { return nil }
        if let result = index.returnType(of: TypeText.core(type), name) { return result }
        // What keeps the type of a list.
        if ["filter", "sorted", "prefix", "suffix", "dropFirst", "dropLast", "reversed"]
            .contains(name)
        {
            return type
        }
        if ["first", "last", "min", "max", "randomElement"].contains(name) {
            return TypeText.element(type)
        }
        if ["trimmed", "lowercased", "uppercased", "trimmingCharacters"].contains(name) {
            return type
        }
        return nil
    }
}
