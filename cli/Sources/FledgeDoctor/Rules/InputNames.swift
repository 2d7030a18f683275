// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The names of a function that hold what the client sent: the body, parameters of path and query, and
/// what is made of them.
struct InputNames {
    private var inputs: Set<String> = []
    private let function: FunctionUnit
    private let index: AppIndex

    init(_ function: FunctionUnit, _ index: AppIndex) {
        self.function = function
        self.index = index
        for parameter in function.parameters where isInput(parameter) {
            inputs.insert(parameter.name)
        }
        // A check in an extension of the body's own type.
        if let owner = function.owner, index.declaration(of: owner)?.isSchema == true {
            inputs.formUnion(index.properties(of: owner).filter(\.isStored).map(\.name))
        }
        // In the order of the text, so that what is made of an input is one as well.
        for binding in function.body.all(PatternBindingSyntax.self) {
            follow(binding.pattern, binding.initializer?.value)
        }
        for binding in function.body.all(OptionalBindingConditionSyntax.self) {
            if let value = binding.initializer?.value {
                follow(binding.pattern, value)
            } else if let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
                function.parameters.contains(where: { $0.name == name && isInput($0) })
            {
                inputs.insert(name)
            }
        }
        for loop in function.body.all(ForStmtSyntax.self) { follow(loop.pattern, loop.sequence) }
    }

    private func isInput(_ parameter: ParameterUnit) -> Bool {
        if parameter.name == "body" || parameter.label == "body" { return true }
        let type = TypeText.core(parameter.type)
        if ["Header", "Cookie", "Request", "Response"].contains(type) { return false }
        if type.isEmpty { return false }
        if parameter.name == "request" || type == "App" || type == "Services" { return false }
        // Who asks is bound, not sent: `owner: Owner`.
        if parameter.label == "query" || TypeText.isScalar(type) { return true }
        return !function.isHandler
            && (scopeKnows(type) || index.declaration(of: type)?.isSchema == true)
    }

    private func scopeKnows(_ type: String) -> Bool {
        type.hasPrefix("New") || type.hasPrefix("Create") || type.hasPrefix("Update")
            || ["Body", "Input", "Form", "Payload", "DTO", "Params", "Command", "Draft"]
                .contains { type.hasSuffix($0) }
    }

    private mutating func follow(_ pattern: PatternSyntax, _ value: ExprSyntax?) {
        guard let name = pattern.as(IdentifierPatternSyntax.self)?.identifier.text, let value
        else { return }
        if isDecoding(value) || isShaped(value) { inputs.insert(name) }
    }

    /// `try await request.json(NewPart.self)`, and single values of a query or form.
    private func isDecoding(_ value: ExprSyntax) -> Bool {
        if let call = value.bare.as(FunctionCallExprSyntax.self), let receiver = call.receiver {
            let path = receiver.memberPath ?? []
            let isRequest = ["request", "req"].contains(path.first ?? "")
            if isRequest, ["json", "form", "decode", "body"].contains(call.calleeName ?? "") {
                return true
            }
        }
        // `request.query["email"]`, also with a default.
        if let infix = value.bare.as(InfixOperatorExprSyntax.self),
            infix.operator.trimmedDescription == "??"
        {
            return isDecoding(infix.leftOperand)
        }
        if let element = value.bare.as(SubscriptCallExprSyntax.self) {
            let path = element.calledExpression.memberPath ?? []
            return ["request", "req"].contains(path.first ?? "")
                && ["query", "form", "parameters"].contains(path.last ?? "")
        }
        if let call = value.bare.as(FunctionCallExprSyntax.self),
            TypeText.scalars.contains(call.calleeName ?? ""), let only = call.arguments.first
        {
            return isDecoding(only.expression)
        }
        return false
    }

    /// The input itself, trimmed or in another case: `body.email.lowercased()`.
    private func isShaped(_ value: ExprSyntax) -> Bool {
        let bare = value.bare
        if subject(bare) != nil { return true }
        guard let call = bare.as(FunctionCallExprSyntax.self), let receiver = call.receiver else {
            return false
        }
        let shaping: Set<String> = [
            "trimmed", "trimmingCharacters", "lowercased", "uppercased", "prefix", "filter",
            "split",
        ]
        return shaping.contains(call.calleeName ?? "") && isShaped(receiver)
    }

    /// The text of an input: `body.email`, `limit`, `line.quantity`.
    func subject(_ node: ExprSyntax) -> String? {
        let bare = node.bare
        if let infix = bare.as(InfixOperatorExprSyntax.self),
            infix.operator.trimmedDescription == "??"
        {
            return subject(infix.leftOperand)
        }
        if let call = bare.as(FunctionCallExprSyntax.self), isShapedCall(call),
            let receiver = call.receiver
        {
            return subject(receiver)
        }
        // `json["title"]` of a body that has no type.
        if let element = bare.as(SubscriptCallExprSyntax.self),
            subject(element.calledExpression) != nil,
            let name = element.arguments.first?.expression.literalText
        {
            return name
        }
        guard let path = bare.memberPath, let first = path.first, inputs.contains(first) else {
            return nil
        }
        if ["count", "isEmpty"].contains(path.last ?? "") { return nil }
        // Of a file that was sent: no constraint looks at these.
        if ["size", "contentType", "filename", "bytes"].contains(path.last ?? "") { return nil }
        return path.count > 1 ? path.dropFirst().joined(separator: ".") : first
    }

    private func isShapedCall(_ call: FunctionCallExprSyntax) -> Bool {
        ["trimmed", "trimmingCharacters", "lowercased", "uppercased"].contains(
            call.calleeName ?? "")
    }
}
