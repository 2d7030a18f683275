// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Which functions the tests reach, directly or through others.
struct Reach {
    private let index: AppIndex
    private let tests: TestIndex
    private let routes: RouteTable
    private var reached: Set<SyntaxIdentifier> = []
    private var byName: [String: [(file: FileIndex, function: FunctionUnit)]] = [:]

    init(_ context: RuleContext) {
        index = context.index
        tests = context.tests
        routes = context.routes
        for pair in index.functions where pair.function.body != pair.function.node {
            byName[pair.function.simpleName, default: []].append(pair)
        }
        follow(from: seeds())
    }

    static func handlers(_ context: RuleContext) -> [(file: FileIndex, function: FunctionUnit)] {
        context.index.functions.filter { $0.function.isHandler && $0.function.layer == .routes }
    }

    func isTested(handler: FunctionUnit) -> Bool { reached.contains(handler.node.id) }

    /// Whether one of the type's methods is reached.
    func isTested(service: String) -> Bool {
        index.functions.contains { _, function in
            function.owner == service && function.kind == .function
                && reached.contains(function.node.id)
        }
    }

    // MARK: Seeds

    private func seeds() -> [FunctionUnit] {
        var found: [FunctionUnit] = []
        for (file, function) in index.functions where function.body != function.node {
            if isCalled(function, file) { found.append(function) }
        }
        for entry in routes.entries where isAsked(entry) { found.append(entry.function) }
        guard !tests.paths.isEmpty else { return found }
        // The middleware of a folder runs around its routes, and nobody names it.
        for (file, function) in index.functions where function.body != function.node {
            if let unit = function.ownerUnit, file.types[unit].isFolderMiddleware {
                found.append(function)
            }
        }
        return found
    }

    private func isCalled(_ function: FunctionUnit, _ file: FileIndex) -> Bool {
        let name = function.kind == .initializer ? function.owner ?? "" : function.simpleName
        guard let calls = tests.calls[name] else { return false }
        guard let owner = function.owner, function.kind != .initializer else { return true }
        let parents = Set((index.types[owner] ?? []).flatMap(\.inherited).map(TypeText.last))
        return calls.contains { call in
            if let type = call.type {
                return TypeText.last(type) == owner || parents.contains(TypeText.last(type))
            }
            // A verb is the client's as well: `client.get`. Its path tells which handler is meant.
            if function.isHandler && Verbs.all.contains(name) { return false }
            // `slots.move(…)` may be the service's; `controller.move(…)` is not.
            if function.isHandler { return Self.sounds(call.receiver ?? "", like: owner) }
            return tests.names[call.file]?.contains(owner) ?? false
                || call.receiver.map { index.propertyType("Services", $0) != nil } ?? false
        }
    }

    private static func sounds(_ receiver: String, like owner: String) -> Bool {
        let receiver = receiver.lowercased()
        return !receiver.isEmpty
            && (owner.lowercased().contains(receiver)
                || ["controller", "route", "handler", "sut"].contains { receiver.contains($0) })
    }

    // MARK: Paths

    private func isAsked(_ entry: RouteTable.Entry) -> Bool {
        tests.paths.contains { path in
            guard
                path.verb == nil || path.verb == entry.verb
                    || path.verb == "HEAD" && entry.verb == "GET"
            else { return false }
            if path.isOpen {
                guard path.segments.count <= entry.segments.count else { return false }
                return fits(entry.segments.suffix(path.segments.count), path.segments[...])
            }
            if fits(entry.segments[...], path.segments[...]) { return true }
            guard !entry.isWhole, !entry.segments.isEmpty,
                path.segments.count > entry.segments.count
            else { return false }
            return fits(entry.segments[...], path.segments.suffix(entry.segments.count))
        }
    }

    private func fits(_ pattern: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        if first == "*" { return true }
        guard let segment = path.first else { return false }
        guard first == ":" || segment == ":" || first == segment else { return false }
        return fits(pattern.dropFirst(), path.dropFirst())
    }

    // MARK: Calls

    private mutating func follow(from seeds: [FunctionUnit]) {
        var waiting = seeds
        while let function = waiting.popLast() {
            guard reached.insert(function.node.id).inserted else { continue }
            let scope = Scope(function, index)
            if function.isHandler {
                for parameter in function.parameters {
                    let type = TypeText.core(parameter.type)
                    waiting += functions("bind", of: type) + functions("bindIfPresent", of: type)
                }
            }
            // A closure of a route runs when its path is asked for, not when it is added.
            let calls = function.body.all(
                FunctionCallExprSyntax.self, skipping: function.routeClosures)
            for call in calls {
                waiting += targets(of: call, in: function, scope)
            }
            let members = function.body.all(
                MemberAccessExprSyntax.self, skipping: function.routeClosures)
            for member in members {
                guard let base = member.base, let type = scope.type(of: base) else { continue }
                waiting += functions(member.declName.baseName.text, of: TypeText.last(type))
            }
        }
    }

    private func targets(
        of call: FunctionCallExprSyntax, in function: FunctionUnit, _ scope: Scope
    ) -> [FunctionUnit] {
        guard let name = call.calleeName else { return [] }
        guard let receiver = call.receiver else {
            if name.first?.isUppercase == true {
                return functions("init", of: name) + runs(by: name)
            }
            let own = function.owner.map { functions(name, of: $0) } ?? []
            return own + (byName[name] ?? []).map(\.function).filter { $0.owner == nil }
        }
        if let type = scope.type(of: receiver) { return functions(name, of: TypeText.last(type)) }
        if let type = receiver.variableName, type.first?.isUppercase == true {
            return functions(name, of: type)
        }
        // Nothing says what it is called on: any service with such a method may be meant.
        return (byName[name] ?? []).map(\.function).filter {
            $0.owner.map(index.isService) ?? false
        }
    }

    /// What the app calls by itself once somebody has made such a thing and mounted it.
    private func runs(by type: String) -> [FunctionUnit] {
        let units = index.types[type] ?? []
        let parents = units.flatMap(\.inherited).map(TypeText.last)
        guard parents.contains(where: { $0.hasSuffix("Middleware") }) else { return [] }
        return ["handle", "before", "after", "respond", "callAsFunction"].flatMap {
            functions($0, of: type)
        }
    }

    /// The functions of a name that a type has, or that the types have which conform to it.
    private func functions(_ name: String, of type: String) -> [FunctionUnit] {
        (byName[name] ?? []).map(\.function).filter { function in
            guard let owner = function.owner else { return false }
            if owner == type { return true }
            return index.types[owner]?.contains { unit in
                unit.inherited.contains { TypeText.last($0) == type }
            } ?? false
        }
    }
}
