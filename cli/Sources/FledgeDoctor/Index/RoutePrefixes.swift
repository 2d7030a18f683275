// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The paths at which the routers of an app stand: groups, groups in groups, and routers that are handed
/// to a function of another file.
final class RoutePrefixes {
    /// A path, and whether nothing is missing before it.
    struct Prefix: Hashable {
        var path: String
        var isWhole: Bool
    }

    let reader: TextReader
    private var running: Set<SyntaxIdentifier> = []

    init(_ files: [FileIndex]) { reader = TextReader(files.filter { !$0.isTest }) }

    /// The paths of a call that adds a route or mounts something, with the groups around it.
    func paths(of call: FunctionCallExprSyntax, isMount: Bool) -> [Prefix] {
        let starts = call.receiver.map { prefixes(of: $0) } ?? [Prefix(path: "", isWhole: false)]
        let texts = Verbs.pathExpression(call).map { self.texts(of: $0) } ?? [""]
        // `app.use(Orders())` has no path.
        let own = texts.map { $0 ?? (isMount ? "" : String(TextValue.hole)) }
        return starts.flatMap { start in
            own.map { text in
                Prefix(
                    path: start.path + (text.hasPrefix("/") || text.isEmpty ? "" : "/") + text,
                    isWhole: start.isWhole)
            }
        }
    }

    private func texts(of node: ExprSyntax) -> [String?] {
        let found = Set(
            reader.values(of: node).map { value -> String? in
                if case .text(let text, _) = value { return text }
                return nil
            })
        return found.isEmpty ? [nil] : Array(found)
    }

    /// Where a router stands.
    private func prefixes(of router: ExprSyntax) -> [Prefix] {
        let unknown = [Prefix(path: "", isWhole: false)]
        let node = router.bare
        guard running.insert(node.id).inserted else { return [] }
        defer { running.remove(node.id) }
        if let call = node.as(FunctionCallExprSyntax.self) {
            guard let name = call.calleeName else { return unknown }
            if name == "App" { return [Prefix(path: "", isWhole: true)] }
            guard let receiver = call.receiver else { return unknown }
            return ["group", "grouped"].contains(name)
                ? paths(of: call, isMount: true) : prefixes(of: receiver)
        }
        guard let name = node.as(DeclReferenceExprSyntax.self)?.baseName.text else {
            return unknown
        }
        return declared(name, from: Syntax(node)) ?? unknown
    }

    /// Where the variable or parameter of a name stands.
    private func declared(_ name: String, from node: Syntax) -> [Prefix]? {
        var current = node.parent
        while let parent = current {
            current = parent.parent
            if let closure = parent.as(ClosureExprSyntax.self) {
                let names = closure.parameterUnits.map(\.name)
                guard names.contains(name) || names.isEmpty && name == "$0" else { continue }
                guard let call = closure.ancestor(FunctionCallExprSyntax.self),
                    call.calleeName == "group"
                else { return nil }
                return paths(of: call, isMount: true)
            }
            if let items = parent.as(CodeBlockItemListSyntax.self) {
                for variable in items.compactMap({ $0.item.as(VariableDeclSyntax.self) }) {
                    for binding in variable.bindings
                    where binding.pattern.trimmedDescription == name {
                        return binding.initializer.map { prefixes(of: $0.value) }
                    }
                }
            }
            if let function = parent.as(FunctionDeclSyntax.self) {
                let list = function.signature.parameterClause.parameters
                guard
                    let place = list.firstIndex(where: {
                        ($0.secondName ?? $0.firstName).text == name
                    })
                else { continue }
                let position = list.distance(from: list.startIndex, to: place)
                return given(function, list[place].firstName.text, position)
            }
        }
        return nil
    }

    /// What the callers of a function hand to it.
    private func given(_ function: FunctionDeclSyntax, _ label: String, _ position: Int)
        -> [Prefix]?
    {
        let calls = reader.sources.calls[function.name.text.trimmingBackticks] ?? []
        var found: Set<Prefix> = []
        for call in calls.prefix(32) {
            let arguments = Array(call.arguments)
            let argument =
                label == "_"
                ? (arguments.indices.contains(position) ? arguments[position] : nil)
                : arguments.first { $0.label?.text == label }
            guard let argument else { continue }
            found.formUnion(prefixes(of: argument.expression))
        }
        // `app.group("/orders", configure: orderRoutes)`.
        let name = function.name.text
        for group in reader.sources.calls["group"] ?? []
        where group.arguments.last?.expression.memberPath?.last == name {
            found.formUnion(paths(of: group, isMount: true))
        }
        return found.isEmpty ? nil : Array(found)
    }
}
