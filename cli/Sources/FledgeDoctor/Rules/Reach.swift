// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Which functions the tests reach, directly or through others.
struct Reach {
    private let index: AppIndex
    private let tests: TestIndex
    private let routes: RouteTable
    private var reached: Set<SyntaxIdentifier> = []
    private var made: MadeTypes
    private let idle: IdleBranches
    private var replaced: ReplacedClosures
    /// Calls by way of a protocol that tests have doubles of: the real one is reached where it is made.
    private var pending: [(name: String, type: String)] = []
    private var byName: [String: [(file: FileIndex, function: FunctionUnit)]] = [:]

    init(_ context: RuleContext) {
        index = context.index
        tests = context.tests
        routes = context.routes
        for pair in index.functions where pair.function.body != pair.function.node {
            byName[pair.function.simpleName, default: []].append(pair)
        }
        made = MadeTypes(context.index, context.tests)
        idle = IdleBranches(context.index, context.tests)
        replaced = ReplacedClosures(context.index)
        for entry in routes.entries {
            replaced.note(tests.paths.filter { fits(entry, $0) }, of: entry.function)
        }
        var before = -1
        // What was made on the way may be what a test has called by the name of a protocol.
        while reached.count != before {
            before = reached.count
            follow(from: seeds())
        }
        for function in refused() where reached.insert(function.node.id).inserted {
            var waiting = bindings(of: function)
            let isBare =
                routes.entries.contains { entry in
                    entry.function.node == function.node
                        && tests.paths.contains { $0.refusal == .credentials && fits(entry, $0) }
                } == false
            for node in RefusedPart(function, index, isBare: isBare).nodes {
                waiting += follow(node, in: function, Scope(function, index))
            }
            follow(from: waiting)
        }
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

    private mutating func seeds() -> [FunctionUnit] {
        var found: [FunctionUnit] = []
        for (file, function) in index.functions where function.body != function.node {
            if isCalled(function, file) { found.append(function) }
        }
        for entry in routes.entries where isAsked(entry, refused: false) {
            found.append(entry.function)
            // The app hands what `Services` has to the route.
            for property in entry.function.owner.map(index.properties) ?? [] {
                made.noteReading(property.name, of: nil, index)
            }
        }
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
                let type = TypeText.last(type)
                return type == owner
                    || parents.contains(type)
                        && (!made.hasDouble(type) || made.names.contains(owner))
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

    /// Handlers that are only asked for by requests that are to be turned away.
    private func refused() -> [FunctionUnit] {
        routes.entries.filter {
            !reached.contains($0.function.node.id) && isAsked($0, refused: true)
        }
        .map(\.function)
    }

    private func isAsked(_ entry: RouteTable.Entry, refused: Bool) -> Bool {
        tests.paths.contains { ($0.refusal != nil) == refused && fits(entry, $0) }
    }

    private func fits(_ entry: RouteTable.Entry, _ path: TestIndex.Path) -> Bool {
        guard
            path.verb == nil || path.verb == entry.verb
                || path.verb == "HEAD" && entry.verb == "GET"
        else { return false }
        let length = path.segments.count
        if path.isLink,
            !zip(entry.segments.suffix(length), path.segments.suffix(entry.segments.count))
                .allSatisfy({ $0 == $1 || [":", "*"].contains($0) })
        {
            return false
        }
        if path.isOpen {
            guard path.segments.count <= entry.segments.count else { return false }
            return fits(entry.segments.suffix(path.segments.count), path.segments[...])
        }
        if fits(entry.segments[...], path.segments[...]) { return true }
        guard !entry.isWhole, !entry.segments.isEmpty, path.segments.count > entry.segments.count
        else { return false }
        return fits(entry.segments[...], path.segments.suffix(entry.segments.count))
    }

    private func fits(_ pattern: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        if first == "*" { return true }
        guard let segment = path.first else { return false }
        // A part of the path that is not known, of any number of segments.
        if segment == "*" {
            return path.count == 1
                || (0...pattern.count).contains { fits(pattern.dropFirst($0), path.dropFirst()) }
        }
        guard first == ":" || segment == ":" || first == segment else { return false }
        return fits(pattern.dropFirst(), path.dropFirst())
    }

    // MARK: Calls

    private mutating func follow(from seeds: [FunctionUnit]) {
        var waiting = seeds
        while true {
            while let function = waiting.popLast() {
                guard reached.insert(function.node.id).inserted else { continue }
                if function.isHandler { waiting += bindings(of: function) }
                waiting += follow(function.body, in: function, Scope(function, index))
            }
            // What was made meanwhile may be behind a protocol that was called before.
            waiting = pending.flatMap { functions($0.name, of: $0.type) }
                .filter { !reached.contains($0.node.id) }
            if waiting.isEmpty { return }
        }
    }

    private func bindings(of handler: FunctionUnit) -> [FunctionUnit] {
        handler.parameters.flatMap { parameter -> [FunctionUnit] in
            let type = TypeText.core(parameter.type)
            return functions("bind", of: type) + functions("bindIfPresent", of: type)
        }
    }

    /// The functions that a piece of a function calls.
    private mutating func follow(
        _ node: Syntax, in function: FunctionUnit, _ scope: Scope
    ) -> [FunctionUnit] {
        var found: [FunctionUnit] = []
        // A closure of a route runs when its path is asked for, not when it is added.
        let others = function.routeClosures.union(idle.bodies(in: function))
            .union(replaced.bodies(in: function))
        for call in node.all(FunctionCallExprSyntax.self, skipping: others) {
            note(call, in: function)
            found += targets(of: call, in: function, scope)
        }
        noteOwn(node, in: function, others)
        for member in node.all(MemberAccessExprSyntax.self, skipping: others) {
            guard let base = member.base else { continue }
            let type = scope.type(of: base)
            made.noteReading(member.declName.baseName.text, of: type.map(TypeText.last), index)
            guard let type else { continue }
            // A handler that is named where routes are added is not called by that.
            let isCalled =
                member.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id
                == ExprSyntax(member).id
            let name = member.declName.baseName.text
            wait(for: name, of: TypeText.last(type))
            found += functions(name, of: TypeText.last(type)).filter { isCalled || !$0.isHandler }
        }
        return found
    }

    /// Notes what a call makes, and for which property when an initializer does.
    private mutating func note(_ call: FunctionCallExprSyntax, in function: FunctionUnit) {
        guard let name = call.calleeName, name.first?.isUppercase == true else { return }
        let labels = call.arguments.compactMap(\.label?.text)
        if function.kind == .initializer, let owner = function.owner,
            let infix = call.parent?.as(InfixOperatorExprSyntax.self),
            infix.operator.is(AssignmentExprSyntax.self),
            let property = infix.leftOperand.variableName,
            index.propertyType(owner, property) != nil
        {
            made.keep(name, in: .init(type: owner, property: property), labels: labels, index)
        } else {
            made.note(name, labels: labels, index)
        }
    }

    /// Notes the properties that a function reads of its own type: `mailer.send(…)`.
    private mutating func noteOwn(
        _ node: Syntax, in function: FunctionUnit, _ others: Set<SyntaxIdentifier>
    ) {
        guard let owner = function.owner else { return }
        for reference in node.all(DeclReferenceExprSyntax.self, skipping: others) {
            let parent = reference.parent
            let isAssigned =
                parent?.as(InfixOperatorExprSyntax.self).map {
                    $0.operator.is(AssignmentExprSyntax.self)
                        && $0.leftOperand.id == ExprSyntax(reference).id
                } ?? false
            let isMember = parent?.as(MemberAccessExprSyntax.self)?.declName.id == reference.id
            guard !isAssigned, !isMember else { continue }
            made.noteReading(reference.baseName.text, of: owner, index)
        }
    }

    private mutating func wait(for name: String, of type: String) {
        if made.hasDouble(type) { pending.append((name, type)) }
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
            // `.live(database)`, of whatever type is asked for.
            if call.calledExpression.is(MemberAccessExprSyntax.self) {
                return (byName[name] ?? []).map(\.function).filter(\.isStatic)
            }
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
            guard !made.hasDouble(type) || made.names.contains(owner) else { return false }
            return index.types[owner]?.contains { unit in
                unit.inherited.contains { TypeText.last($0) == type }
            } ?? false
        }
    }
}
