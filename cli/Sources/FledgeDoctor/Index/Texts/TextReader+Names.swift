// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Names, members and calls: where a text comes from elsewhere.
extension TextReader {
    func named(_ node: DeclReferenceExprSyntax, _ values: Values) -> TextValue {
        let name = node.baseName.text.trimmingBackticks
        if let value = values[name] { return value }
        if let local = local(name, from: Syntax(node)) { return value(of: local, values) }
        if let owner = node.ownerName, let own = sources.constants["\(owner).\(name)"] {
            return constant(own)
        }
        return constant(sources.constants[name] ?? [])
    }

    private func constant(_ found: [ExprSyntax]) -> TextValue {
        guard found.count <= 4 else { return .unknown }
        return .any(of: found.map(constant))
    }

    /// The value of a variable of the function around a place, the nearest of its name.
    private func local(_ name: String, from node: Syntax) -> ExprSyntax? {
        var current = node.parent
        while let block = current {
            current = block.parent
            if let conditions = block.as(IfExprSyntax.self)?.conditions
                ?? block.as(GuardStmtSyntax.self)?.conditions,
                let value = condition(name, conditions)
            {
                return value
            }
            guard let items = block.as(CodeBlockItemListSyntax.self) else { continue }
            for item in items where item.position < node.position {
                if let guarded = item.item.as(GuardStmtSyntax.self),
                    let value = condition(name, guarded.conditions)
                {
                    return value
                }
                guard let variable = item.item.as(VariableDeclSyntax.self) else { continue }
                for binding in variable.bindings {
                    if binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text == name {
                        return binding.onlyValue
                    }
                }
            }
        }
        return nil
    }

    private func condition(_ name: String, _ list: ConditionElementListSyntax) -> ExprSyntax? {
        list.lazy.compactMap { $0.condition.as(OptionalBindingConditionSyntax.self) }
            .first { $0.pattern.as(IdentifierPatternSyntax.self)?.identifier.text == name }?
            .initializer?.value
    }

    func member(_ node: MemberAccessExprSyntax, _ values: Values) -> TextValue {
        let name = node.declName.baseName.text.trimmingBackticks
        guard let base = node.base else { return shorthand(name) }
        if let type = base.memberPath?.last, type.first?.isUppercase == true {
            return ofType(type, name)
        }
        if name == "location" { return .location }
        let owner = value(of: base, values)
        if ["rawValue", "description", "absoluteString", "self"].contains(name) { return owner }
        let parts = owner.choices.compactMap { $0.part(name) }
        if !parts.isEmpty { return .any(of: parts) }
        if base.variableName == "self" || base.trimmedDescription == "self" {
            return constant(node.ownerName.flatMap { sources.constants["\($0).\(name)"] } ?? [])
        }
        if case .group(let type?, _) = owner, let own = sources.constants["\(type).\(name)"] {
            return constant(own)
        }
        // An element of a list that nobody can read: any path may be in it.
        if name == "path", owner == .unknown, let first = base.variableName, values[first] != nil {
            return .text(String(TextValue.wideHole), from: [])
        }
        return constant(sources.constants[name] ?? [])
    }

    /// `.get`, and `.orders` of an enum of paths.
    private func shorthand(_ name: String) -> TextValue {
        if Verbs.all.contains(name.uppercased()) { return .verb(name.uppercased()) }
        return constant(sources.cases[name] ?? sources.constants[name] ?? [])
    }

    private func ofType(_ type: String, _ name: String) -> TextValue {
        if ["Method", "HTTPMethod", "Verb"].contains(type), Verbs.all.contains(name.uppercased()) {
            return .verb(name.uppercased())
        }
        if name == "allCases", let names = sources.caseNames[type] {
            return .list(
                names.map { name in
                    sources.cases["\(type).\(name)"].map(constant) ?? .text(name, from: [])
                })
        }
        if let found = sources.constants["\(type).\(name)"] ?? sources.cases["\(type).\(name)"] {
            return constant(found)
        }
        if sources.caseNames[type]?.contains(name) == true { return .text(name, from: []) }
        return .unknown
    }

    // MARK: Calls

    func call(_ node: FunctionCallExprSyntax, _ values: Values) -> TextValue {
        guard let name = node.calleeName?.trimmingBackticks else { return .unknown }
        if name.first?.isUppercase == true || name == "init" { return made(node, name, values) }
        if name == "zip", node.arguments.count == 2 { return zipped(node, values) }
        if let receiver = node.receiver, let value = changed(receiver, name, node, values) {
            return value
        }
        return result(of: node, name, values)
    }

    private func made(
        _ node: FunctionCallExprSyntax, _ name: String, _ values: Values
    ) -> TextValue {
        let texts = ["String", "Substring", "URL", "URI", "Path", "URLComponents", "Array", "Set"]
        if texts.contains(name), let only = node.arguments.first {
            return value(of: only.expression, values)
        }
        let type = name == "init" ? node.receiver?.memberPath?.last : name
        return .group(type: type, parts(node.arguments, values))
    }

    private func zipped(_ node: FunctionCallExprSyntax, _ values: Values) -> TextValue {
        let lists = node.arguments.map { value(of: $0.expression, values).elements ?? [] }
        return .list(
            zip(lists[0], lists[1]).map {
                .group(type: nil, [.init(label: nil, value: $0), .init(label: nil, value: $1)])
            })
    }

    /// What the methods of texts and lists make of them; nil for other methods.
    private func changed(
        _ receiver: ExprSyntax, _ name: String, _ node: FunctionCallExprSyntax, _ values: Values
    ) -> TextValue? {
        switch name {
        case "lowercased", "trimmed", "shuffled", "sorted", "reversed", "filter", "dropFirst",
            "trimmingCharacters", "prefix":
            return value(of: receiver, values)
        case "appending", "appendingPathComponent":
            guard let more = node.arguments.first?.expression else { return nil }
            return .joined([value(of: receiver, values), value(of: more, values)])
        case "replacing", "replacingOccurrences":
            return replaced(value(of: receiver, values), node, values)
        case "joined":
            let separator = node.argument("separator").map { value(of: $0, values) }
            guard let parts = value(of: receiver, values).elements else { return nil }
            let all = parts.enumerated().flatMap { number, part in
                number == 0 || separator == nil ? [part] : [separator ?? .unknown, part]
            }
            return .joined(all)
        case "enumerated":
            guard let rows = value(of: receiver, values).elements else { return nil }
            return .list(
                rows.map {
                    .group(
                        type: nil,
                        [
                            .init(label: "offset", value: .unknown),
                            .init(label: "element", value: $0),
                        ])
                })
        case "map", "flatMap", "compactMap":
            guard let closure = node.closures.first, let only = closure.statements.onlyValue,
                let rows = value(of: receiver, values).elements
            else { return nil }
            let made = rows.map { row in
                value(of: only, values.merging(bind(closure, row)) { _, new in new })
            }
            return .list(name == "flatMap" ? made.flatMap { $0.elements ?? [$0] } : made)
        default: return nil
        }
    }

    private func replaced(
        _ value: TextValue, _ node: FunctionCallExprSyntax, _ values: Values
    ) -> TextValue {
        let texts = node.arguments.map { self.value(of: $0.expression, values) }
        guard texts.count > 1, case .text(let old, _) = texts[0] else { return value }
        var new = String(TextValue.hole)
        if case .text(let text, _) = texts[1] { new = text }
        return value.mapText { $0.replacing(old, with: new) }
    }

    /// What a function of the files comes to for these arguments.
    private func result(
        of node: FunctionCallExprSyntax, _ name: String, _ values: Values
    ) -> TextValue {
        guard let found = sources.functions[name], found.count <= 3 else { return .unknown }
        let results = found.flatMap { function -> [TextValue] in
            guard let body = function.body, function.signature.returnClause != nil else {
                return []
            }
            let row = arguments(of: node, for: function, values)
            if let only = body.statements.onlyValue { return [value(of: only, row)] }
            return body.all(ReturnStmtSyntax.self).compactMap(\.expression)
                .map { value(of: $0, row) }
        }
        return .any(of: results)
    }

    /// Texts, methods and lists of them: no other function puts a path together.
    private static func mayHoldPath(_ type: String) -> Bool {
        ["String", "Method", "URL", "URI", "Path"].contains { type.contains($0) }
    }
}
