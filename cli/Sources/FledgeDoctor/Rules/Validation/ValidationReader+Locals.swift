// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Functions and closures that a function declares for its own checks, and helpers that say what is wrong.
extension ValidationReader {
    /// The function, or the closure under a name, that a call in this function means.
    func local(_ call: FunctionCallExprSyntax) -> FunctionUnit? {
        guard call.receiver == nil, let name = call.calleeName else { return nil }
        if let node = function.body.all(FunctionDeclSyntax.self).first(where: {
            $0.name.text == name
        }), let body = node.body {
            return unit(
                name, node.signature.parameterClause.units,
                node.signature.returnClause?.type.trimmedDescription, Syntax(node), Syntax(body))
        }
        let binding = function.body.all(PatternBindingSyntax.self).first {
            $0.pattern.trimmedDescription == name
        }
        guard let binding, let closure = binding.initializer?.value.as(ClosureExprSyntax.self)
        else { return nil }
        return unit(
            name, parameters(of: closure, call), answer(of: closure, binding), Syntax(closure),
            Syntax(closure.statements))
    }

    private func unit(
        _ name: String, _ parameters: [ParameterUnit], _ answer: String?, _ node: Syntax,
        _ body: Syntax
    ) -> FunctionUnit {
        FunctionUnit(
            name: "\(function.name).\(name)", simpleName: name, kind: .function,
            owner: function.owner, parameters: parameters, returnType: answer, node: node,
            body: body, file: function.file)
    }

    /// The names in a closure, with the types of what it is given here.
    private func parameters(
        of closure: ClosureExprSyntax, _ call: FunctionCallExprSyntax
    ) -> [ParameterUnit] {
        let written = closure.parameterUnits
        return call.arguments.enumerated().map { position, argument in
            var parameter =
                written.indices.contains(position)
                ? written[position] : ParameterUnit(name: "$\(position)", type: "")
            if parameter.type.isEmpty {
                parameter.type = scope.type(of: argument.expression) ?? "Int"
            }
            return parameter
        }
    }

    /// What a closure answers, as its type says, or yes and no when it is one expression.
    private func answer(of closure: ClosureExprSyntax, _ binding: PatternBindingSyntax) -> String? {
        if let type = binding.typeAnnotation?.type.as(FunctionTypeSyntax.self) {
            return type.returnClause.type.trimmedDescription
        }
        if let type = closure.signature?.returnClause?.type { return type.trimmedDescription }
        return closure.statements.count == 1 ? "Bool" : nil
    }

    // MARK: What it says

    /// The arguments of a call that are fixed, by the names that they have in the function.
    func fixed(_ unit: FunctionUnit, _ call: FunctionCallExprSyntax) -> [String: ExprSyntax] {
        var found: [String: ExprSyntax] = [:]
        for (parameter, argument) in zip(unit.parameters, call.arguments)
        where isFixed(argument.expression) {
            found[parameter.name] = argument.expression
        }
        // What the helper itself is made with.
        let maker = call.receiver?.bare.as(FunctionCallExprSyntax.self)
        for argument in maker?.arguments ?? [] where isFixed(argument.expression) {
            if let label = argument.label?.text { found[label] = argument.expression }
        }
        return found
    }

    /// Reads a function that refuses, or notes what is wrong, as if it stood where it is called.
    func follow(
        _ unit: FunctionUnit, _ call: FunctionCallExprSyntax, _ statement: Syntax,
        isComplaint: Bool
    ) {
        guard !following.contains(unit.name) else { return }
        let reader = ValidationReader(
            of: unit, index, following: following.union([unit.name]), given: fixed(unit, call),
            refusals: Refusals(
                unit.body, also: refusals.complaints, answersComplaint: isComplaint))
        reader.walk(unit.body)
        note(reader.checks, of: unit, call, statement)
    }

    /// Reads what a list of complaints is made of: helpers, and conditions in a list of rows.
    func complaints(in value: ExprSyntax, _ statement: Syntax) {
        if let list = value.bare.as(ArrayExprSyntax.self) {
            for element in list.elements { complaints(in: element.expression, statement) }
        }
        guard let call = value.bare.as(FunctionCallExprSyntax.self) else { return }
        complaints(of: call, statement)
        guard let receiver = call.receiver else { return }
        switch call.calleeName {
        case "filter", "first": _ = questions(call, receiver, statement, false)
        case "map", "compactMap": complaints(in: receiver, statement)
        default: break
        }
    }

    /// Reads a helper whose answer says what is wrong: `if let text = complaint(about: body) { throw … }`.
    func complaints(of call: FunctionCallExprSyntax, _ statement: Syntax) {
        guard let unit = local(call) ?? helper(call), !following.contains(unit.name),
            let answer = unit.returnType, TypeText.core(answer) != "Bool"
        else { return }
        // What refuses by itself is found where it stands.
        guard reads(unit).isEmpty else { return }
        follow(unit, call, statement, isComplaint: true)
    }
}
