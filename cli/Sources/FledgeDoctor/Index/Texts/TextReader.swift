// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Works out which texts an expression may come to: constants, interpolations, functions that put paths
/// together, rows of a table, loops.
///
/// It follows names to their values and parameters to their callers, some steps deep. What it cannot
/// know becomes a hole in the text, which fits anything.
final class TextReader {
    typealias Values = [String: TextValue]

    let sources: TextSources
    private var known: [SyntaxIdentifier: [Values]] = [:]
    private var constants: [SyntaxIdentifier: TextValue] = [:]
    private var running: Set<SyntaxIdentifier> = []
    private var depth = 0
    static let deepest = 16

    init(_ files: [FileIndex]) { sources = TextSources(files) }

    /// What an expression may come to, wherever its function is called from.
    func values(of node: ExprSyntax) -> [TextValue] {
        var found: [TextValue] = []
        for values in surroundings(of: node) {
            found += value(of: node, values).choices
            if found.count > TextValue.enough { break }
        }
        return found
    }

    // MARK: Expressions

    /// The value of what stands outside of functions.
    func constant(_ node: ExprSyntax) -> TextValue {
        if let value = constants[node.id] { return value }
        constants[node.id] = .unknown
        let value = value(of: node, [:])
        constants[node.id] = value
        return value
    }

    func value(of node: ExprSyntax, _ values: Values) -> TextValue {
        guard depth < Self.deepest else { return .unknown }
        depth += 1
        defer { depth -= 1 }
        let bare = node.bare
        if let text = bare.as(StringLiteralExprSyntax.self) { return literal(text, values) }
        if let name = bare.as(DeclReferenceExprSyntax.self) { return named(name, values) }
        if let member = bare.as(MemberAccessExprSyntax.self) { return self.member(member, values) }
        if let call = bare.as(FunctionCallExprSyntax.self) { return self.call(call, values) }
        if let infix = bare.as(InfixOperatorExprSyntax.self) { return combined(infix, values) }
        if let choice = bare.as(TernaryExprSyntax.self) {
            return .oneOf([
                value(of: choice.thenExpression, values), value(of: choice.elseExpression, values),
            ])
        }
        if let macro = bare.as(MacroExpansionExprSyntax.self), let first = macro.arguments.first {
            return value(of: first.expression, values)
        }
        if let element = bare.as(SubscriptCallExprSyntax.self) {
            if element.arguments.first?.expression.literalText?.lowercased() == "location"
                || element.arguments.first?.expression.trimmedDescription == ".location"
            {
                return .location
            }
            return .any(of: value(of: element.calledExpression, values).elements ?? [])
        }
        return collection(bare, values)
    }

    private func collection(_ node: ExprSyntax, _ values: Values) -> TextValue {
        if let list = node.as(ArrayExprSyntax.self) {
            return .list(list.elements.map { value(of: $0.expression, values) })
        }
        if let table = node.as(DictionaryExprSyntax.self),
            let rows = table.content.as(DictionaryElementListSyntax.self)
        {
            return .list(
                rows.map { row in
                    .group(
                        type: nil,
                        [
                            .init(label: "key", value: value(of: row.key, values)),
                            .init(label: "value", value: value(of: row.value, values)),
                        ])
                })
        }
        if let tuple = node.as(TupleExprSyntax.self) {
            return .group(type: nil, parts(tuple.elements, values))
        }
        if let cast = node.as(AsExprSyntax.self) { return value(of: cast.expression, values) }
        return .unknown
    }

    func parts(_ list: LabeledExprListSyntax, _ values: Values) -> [TextValue.Part] {
        list.map { .init(label: $0.label?.text, value: value(of: $0.expression, values)) }
    }

    private func literal(_ node: StringLiteralExprSyntax, _ values: Values) -> TextValue {
        let parts = node.segments.map { segment -> TextValue in
            switch segment {
            case .stringSegment(let part): return .text(part.content.text, from: [node.id])
            case .expressionSegment(let part):
                guard let only = part.expressions.first?.expression else { return .unknown }
                return asText(only, values)
            }
        }
        return .joined(parts + [.text("", from: [node.id])])
    }

    /// A value that becomes part of a text: what is not known may be more than one segment, where its
    /// name says so.
    private func asText(_ node: ExprSyntax, _ values: Values) -> TextValue {
        let value = value(of: node, values)
        let words = [
            "path", "route", "endpoint", "url", "uri", "suffix", "rest", "tail", "resource",
            "target",
        ]
        guard value == .unknown, let name = node.memberPath?.last?.lowercased(),
            words.contains(where: name.hasSuffix)
        else { return value }
        return .text(String(TextValue.wideHole), from: [])
    }

    private func combined(_ node: InfixOperatorExprSyntax, _ values: Values) -> TextValue {
        switch node.operator.trimmedDescription {
        case "+":
            let left = asText(node.leftOperand, values), right = asText(node.rightOperand, values)
            if let one = left.elements {
                return .list(one + (right.elements ?? []))
            }
            return .joined([left, right])
        case "??":
            let left = value(of: node.leftOperand, values)
            return left == .unknown ? value(of: node.rightOperand, values) : left
        default: return .unknown
        }
    }

    // MARK: Surroundings

    /// The values of the names around a place: those of loops, closures and parameters, row by row.
    func surroundings(of node: some SyntaxProtocol) -> [Values] {
        var binders: [Syntax] = []
        var current = node.parent
        var inner = Syntax(node)
        while let parent = current {
            if let loop = parent.as(ForStmtSyntax.self) {
                if inner.id == loop.body.id { binders.append(parent) }
            } else if parent.is(ClosureExprSyntax.self) || parent.is(FunctionDeclSyntax.self) {
                binders.append(parent)
            }
            inner = parent
            current = parent.parent
        }
        var rows: [Values] = [[:]]
        for binder in binders.reversed() {
            rows = rows.flatMap { row in
                bound(by: binder, row).map { row.merging($0) { _, new in new } }
            }
            rows = Array(rows.prefix(TextValue.enough))
        }
        return rows
    }

    private func bound(by node: Syntax, _ values: Values) -> [Values] {
        if let loop = node.as(ForStmtSyntax.self) {
            guard let rows = value(of: loop.sequence, values).elements else {
                return [unknown(of: loop.pattern)]
            }
            return rows.map { bind(loop.pattern, $0) }
        }
        if let closure = node.as(ClosureExprSyntax.self) { return bound(by: closure, values) }
        if let function = node.as(FunctionDeclSyntax.self) { return parameters(of: function) }
        return [[:]]
    }

    private func bound(by closure: ClosureExprSyntax, _ values: Values) -> [Values] {
        guard let call = closure.ancestor(FunctionCallExprSyntax.self),
            call.closures.contains(where: { $0.id == closure.id }), let name = call.calleeName,
            ["forEach", "map", "flatMap", "compactMap", "concurrentForEach"].contains(name),
            let receiver = call.receiver, let rows = value(of: receiver, values).elements
        else { return [[:]] }
        return rows.map { bind(closure, $0) }
    }

    func bind(_ closure: ClosureExprSyntax, _ value: TextValue) -> Values {
        let names = closure.parameterUnits.map(\.name)
        if names.isEmpty {
            guard case .group(_, let parts) = value else { return ["$0": value] }
            var row: Values = ["$0": value]
            if closure.statements.all(DeclReferenceExprSyntax.self).contains(where: {
                $0.baseName.text == "$1"
            }) {
                for (position, part) in parts.enumerated() { row["$\(position)"] = part.value }
            }
            return row
        }
        if names.count == 1 { return [names[0]: value] }
        var row: Values = [:]
        for (position, name) in names.enumerated() { row[name] = value.part("\(position)") }
        return row
    }

    private func bind(_ pattern: PatternSyntax, _ value: TextValue) -> Values {
        if let name = pattern.as(IdentifierPatternSyntax.self)?.identifier.text {
            return [name.trimmingBackticks: value]
        }
        guard let tuple = pattern.as(TuplePatternSyntax.self) else { return [:] }
        var row: Values = [:]
        for (position, element) in tuple.elements.enumerated() {
            row.merge(bind(element.pattern, value.part("\(position)") ?? .unknown)) { _, new in new
            }
        }
        return row
    }

    private func unknown(of pattern: PatternSyntax) -> Values {
        let names = pattern.all(IdentifierPatternSyntax.self).map(\.identifier.text)
        return Dictionary(names.map { ($0, .unknown) }) { first, _ in first }
    }

    // MARK: Parameters

    /// The rows of a test's table, or what a function's callers give it.
    private func parameters(of function: FunctionDeclSyntax) -> [Values] {
        if let rows = known[function.id] { return rows }
        let clause = function.signature.parameterClause.parameters
        guard !clause.isEmpty, running.insert(function.id).inserted else { return [[:]] }
        defer { running.remove(function.id) }
        let names = function.signature.parameterClause.units.map(\.name)
        let rows = table(of: function, names) ?? callers(of: function)
        let result = rows.isEmpty ? [[:]] : Array(Set(rows).prefix(TextValue.enough))
        known[function.id] = result
        return result
    }

    /// `@Test(arguments: …)`.
    private func table(of function: FunctionDeclSyntax, _ names: [String]) -> [Values]? {
        guard
            let arguments = function.attribute(["Test"])?.arguments?.as(LabeledExprListSyntax.self),
            let start = arguments.firstIndex(where: { $0.label?.text == "arguments" })
        else { return nil }
        let lists = arguments[start...].map { value(of: $0.expression, [:]).elements ?? [.unknown] }
        if lists.count > 1 {
            return lists[0].flatMap { first in
                lists[1].map { second in
                    Dictionary(zip(names, [first, second])) { first, _ in first }
                }
            }
        }
        return lists.first?.map { row in
            if names.count == 1 { return [names[0]: row] }
            var values: Values = [:]
            for (position, name) in names.enumerated() { values[name] = row.part("\(position)") }
            return values
        }
    }

    private func callers(of function: FunctionDeclSyntax) -> [Values] {
        let name = function.name.text.trimmingBackticks
        let calls = (sources.calls[name] ?? []).prefix(48).filter { call in
            // `client.get(path)` inside of `func get(_ path: String)` is another one.
            Syntax(call).ancestor(FunctionDeclSyntax.self)?.id != function.id
        }
        return calls.flatMap { call -> [Values] in
            surroundings(of: call).prefix(TextValue.enough).map { row in
                arguments(of: call, for: function, row)
            }
        }
    }

    /// The parameters of a function for one of its calls.
    func arguments(
        of call: FunctionCallExprSyntax, for function: FunctionDeclSyntax, _ row: Values
    ) -> Values {
        var values: Values = [:]
        var rest = Array(call.arguments)
        for parameter in function.signature.parameterClause.parameters {
            let label = parameter.firstName.text
            let name = (parameter.secondName ?? parameter.firstName).text.trimmingBackticks
            let place = rest.firstIndex { ($0.label?.text ?? "_") == label }
            if let place {
                values[name] = value(of: rest.remove(at: place).expression, row)
            } else if let initial = parameter.defaultValue?.value {
                values[name] = value(of: initial, [:])
            }
        }
        return values
    }
}
