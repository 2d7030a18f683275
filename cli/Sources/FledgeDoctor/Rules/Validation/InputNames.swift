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
        for node in function.body.all(Syntax.self) { follow(node) }
    }

    private mutating func follow(_ node: Syntax) {
        if let binding = node.as(PatternBindingSyntax.self) {
            follow(binding.pattern, binding.initializer?.value)
        } else if let binding = node.as(OptionalBindingConditionSyntax.self) {
            if let value = binding.initializer?.value {
                follow(binding.pattern, value)
            } else if let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
                function.parameters.contains(where: { $0.name == name && isInput($0) })
            {
                inputs.insert(name)
            }
        } else if let loop = node.as(ForStmtSyntax.self) {
            follow(loop)
        } else if let call = node.as(FunctionCallExprSyntax.self),
            let receiver = call.receiver, iterated(receiver) != nil
        {
            for parameter in call.closures.flatMap(\.parameterUnits) {
                inputs.insert(parameter.name)
            }
        }
    }

    /// `for line in body.lines`, `for (number, line) in body.lines.enumerated()`, and a list of pairs.
    private mutating func follow(_ loop: ForStmtSyntax) {
        guard let tuple = loop.pattern.as(TuplePatternSyntax.self)?.elements else {
            return follow(loop.pattern, loop.sequence)
        }
        if let call = loop.sequence.bare.as(FunctionCallExprSyntax.self),
            call.calleeName == "enumerated", let last = tuple.last
        {
            return follow(last.pattern, call.receiver)
        }
        let pairs = Self.pairs(loop.sequence.bare)
        for (position, element) in tuple.enumerated() {
            let values = pairs?.compactMap { $0.indices.contains(position) ? $0[position] : nil }
            guard let values, !values.isEmpty else { continue }
            if values.allSatisfy({ subject($0) != nil }) { follow(element.pattern, values[0]) }
        }
    }

    /// The pairs of `[("name", body.name), …]` and of `["name": body.name, …]`.
    private static func pairs(_ list: ExprSyntax) -> [[ExprSyntax]]? {
        if case .elements(let elements) = list.as(DictionaryExprSyntax.self)?.content {
            return elements.map { [$0.key, $0.value] }
        }
        return list.as(ArrayExprSyntax.self)?.elements.compactMap {
            $0.expression.as(TupleExprSyntax.self)?.elements.map(\.expression)
        }
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
        return isShaping(call.calleeName ?? "") && !comparesMembers(call) && isShaped(receiver)
    }

    /// `filter { $0.quantity > 3 }` chooses elements of a list; `filter { $0 != "-" }` shapes a text.
    private func comparesMembers(_ call: FunctionCallExprSyntax) -> Bool {
        call.closures.flatMap { $0.statements.all(InfixOperatorExprSyntax.self) }.contains {
            $0.leftOperand.bare.as(MemberAccessExprSyntax.self)?.base != nil
        }
    }

    private func isShaping(_ name: String) -> Bool {
        ["prefix", "filter", "split"].contains(name)
            || ["trim", "lowercased", "uppercased", "capitalized", "replac", "normaliz"]
                .contains(where: name.hasPrefix)
    }

    /// Whether a name holds an input.
    func subject(named name: String) -> Bool { inputs.contains(name) }

    /// The text of what a closure is called with the elements of: `lines`, or `name, city` of a list of both.
    func iterated(_ receiver: ExprSyntax) -> String? {
        if let one = subject(receiver) { return one }
        guard let list = receiver.bare.as(ArrayExprSyntax.self)?.elements, !list.isEmpty else {
            return nil
        }
        let names = list.compactMap { subject($0.expression) }
        return names.count == list.count ? names.joined(separator: ", ") : nil
    }

    /// What `$0` is, or what is behind it: `quantity` of `$0.quantity` in a closure over lines.
    private func element(_ node: ExprSyntax, _ path: [String]) -> String? {
        guard let closure = node.ancestor(ClosureExprSyntax.self),
            let call = closure.ancestor(FunctionCallExprSyntax.self), let receiver = call.receiver,
            call.closures.contains(where: { $0.id == closure.id }), let list = iterated(receiver)
        else { return nil }
        return path.isEmpty ? list : path.joined(separator: ".")
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
        guard var path = bare.memberPath, let first = path.first else { return nil }
        while let last = path.last, Self.views.contains(last) { path.removeLast() }
        if first == "$0", let found = element(bare, Array(path.dropFirst())) { return found }
        guard inputs.contains(first) else { return nil }
        if ["count", "isEmpty"].contains(path.last ?? "") { return nil }
        // Of a file that was sent: no constraint looks at these.
        if ["size", "contentType", "filename", "bytes"].contains(path.last ?? "") { return nil }
        return path.count > 1 ? path.dropFirst().joined(separator: ".") : first
    }

    /// The same text, seen in another way.
    private static let views: Set<String> = ["utf8", "utf16", "unicodeScalars", "trimmed"]

    private func isShapedCall(_ call: FunctionCallExprSyntax) -> Bool {
        ["trim", "lowercased", "uppercased"].contains { call.calleeName?.hasPrefix($0) == true }
    }
}
