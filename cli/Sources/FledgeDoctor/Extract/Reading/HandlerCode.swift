// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A handler as it is taken apart: its statements, and what their names stand for.
struct HandlerCode {
    let index: AppIndex
    let file: FileIndex
    let function: FunctionUnit
    let statements: [StatementFacts]
    /// Names that hold values of the web, as far as is known.
    var webValues: Set<String>
    private let declared: Set<String>
    private let captured: [String: String?]

    init(_ function: FunctionUnit, in file: FileIndex, _ index: AppIndex) {
        self.index = index
        self.file = file
        self.function = function
        let isWeb = { Self.isWeb($0, index) }
        statements = function.body.statementList.map { StatementFacts($0, isWeb: isWeb) }
        declared = Set(statements.flatMap(\.declared).map(\.name))
        captured = function.kind == .closure ? Surroundings.names(around: function) : [:]
        webValues = Set(
            function.parameters.filter { parameter in
                parameter.type.isEmpty && function.kind == .closure
                    || TypeText.names(parameter.type).contains { name in
                        Self.holdsWeb(name, index)
                            || function.isHandler && Self.isForeign(name, index)
                    }
            }.map(\.name))
    }

    /// Whether a type of a handler's parameter is neither Swift's nor the app's: it binds itself.
    private static func isForeign(_ name: String, _ index: AppIndex) -> Bool {
        let swift: Set<String> = ["Array", "Dictionary", "Set", "Optional", "ID", "Duration"]
        return name.first?.isUppercase == true && !TypeText.isScalar(name)
            && !swift.contains(name) && index.types[name] == nil
    }

    /// Whether a name is one of Fledge's own of the web, and not a type of the app.
    static func isWeb(_ name: String, _ index: AppIndex) -> Bool {
        (KnownNames.webTypes.contains(name) || KnownNames.webWords.contains(name))
            && index.types[name]?.contains { $0.kind != .extension } != true
    }

    /// The same, and types of the app that bind themselves from requests or become responses.
    static func holdsWeb(_ name: String, _ index: AppIndex) -> Bool {
        if isWeb(name, index) { return true }
        return (index.types[name] ?? []).contains { unit in
            unit.inherited.contains { KnownNames.webProtocols.contains(TypeText.last($0)) }
        }
    }

    var place: String {
        let position = file.source.position(of: function.node.headNode)
        return "\(position.file):\(position.line)"
    }

    func position(of node: some SyntaxProtocol) -> String {
        let position = file.source.position(of: node)
        return "\(position.file):\(position.line)"
    }

    // MARK: Names

    func meaning(of use: NameUse) -> NameMeaning {
        if declared.contains(use.name) { return .local }
        if let parameter = function.parameters.first(where: { $0.name == use.name }) {
            return .parameter(parameter)
        }
        if let type = captured[use.name] { return dependency([use.name], type, use.path) }
        if use.name == "self" {
            guard let member = use.path.first ?? use.method else {
                return .stuck(
                    reason: "it passes on 'self', the whole of the route",
                    remedy: "Pass on what is needed of it.")
            }
            return self.member(member, Array(use.path.dropFirst())) ?? .free
        }
        if use.name == "Self" || use.name == "super" {
            return .stuck(
                reason: "it uses '\(use.whole.trimmedDescription)' of its type",
                remedy: "Move that out of the route first.")
        }
        return member(use.name, use.path) ?? global(use)
    }

    /// A property or method of the handler's type.
    private func member(_ name: String, _ path: [String]) -> NameMeaning? {
        guard let owner = function.owner else { return nil }
        if let property = index.properties(of: owner).first(where: { $0.name == name }) {
            guard property.isStored, !property.isStatic else {
                return .stuck(
                    reason: "it uses '\(name)', which \(owner) works out itself",
                    remedy: "Extract '\(name)' first, or make it a value of the handler.")
            }
            return dependency([name], property.type, path)
        }
        if index.functions.contains(where: {
            $0.function.owner == owner && $0.function.simpleName == name
        }) {
            return .stuck(
                reason: "it calls '\(name)', a helper of \(owner)",
                remedy: "Extract '\(name)' first: fledge extract \(file.source.path):\(name) --to …"
            )
        }
        return nil
    }

    private func global(_ use: NameUse) -> NameMeaning {
        let isPrivate =
            file.globals.contains { $0.name == use.name && $0.isPrivate }
            || file.functions.contains {
                $0.owner == nil && $0.simpleName == use.name && $0.isPrivate
            }
        guard isPrivate else { return .free }
        return .stuck(
            reason: "it uses '\(use.name)', which is private to this file",
            remedy: "Extract it first, or take 'private' away.")
    }

    private func dependency(_ path: [String], _ type: String?, _ members: [String]) -> NameMeaning {
        guard let type, isContainer(type) else {
            return .dependency(Dependency(path: path, type: type))
        }
        guard let member = members.first,
            let inner = index.propertyType(TypeText.core(type), member)
        else {
            return .stuck(
                reason: "it passes on '\(path.joined(separator: "."))', which holds all services",
                remedy: "Pass on the one that is needed.")
        }
        return .dependency(Dependency(path: path + [member], type: inner))
    }

    /// Whether a type holds the services of the app, and is none itself.
    private func isContainer(_ type: String) -> Bool {
        let name = TypeText.core(type)
        if name == "Services" { return index.declaration(of: name) != nil }
        return ["Services", "Container", "Dependencies", "Context"].contains { name.hasSuffix($0) }
            && index.declaration(of: name)?.kind == .struct
    }

    /// The type that holds a dependency of two names: `Services` of `services.inventory`.
    func containerType(of dependency: Dependency) -> String? {
        guard dependency.path.count > 1, let root = dependency.path.first else { return nil }
        let own = function.owner.flatMap { index.propertyType($0, root) }
        return (captured[root] ?? own).map(TypeText.core)
    }
}

extension Syntax {
    /// The statements of a body, with or without braces.
    var statementList: CodeBlockItemListSyntax {
        `as`(CodeBlockSyntax.self)?.statements ?? `as`(CodeBlockItemListSyntax.self) ?? []
    }
}

/// What the functions around a closure declare.
private enum Surroundings {
    /// Names, and their types where the text says them.
    static func names(around function: FunctionUnit) -> [String: String?] {
        var names: [String: String?] = [:]
        var current = function.node.parent
        while let node = current {
            if let list = node.as(CodeBlockItemListSyntax.self) {
                for item in list where item.position < function.node.position {
                    for name in NameReader(item).declared where names[name.name] == nil {
                        names[name.name] = .some(nil)
                    }
                }
            }
            if let outer = node.as(ClosureExprSyntax.self) {
                for unit in outer.parameterUnits { note(unit, &names) }
            }
            if let outer = node.as(FunctionDeclSyntax.self) {
                for unit in outer.signature.parameterClause.units { note(unit, &names) }
            }
            current = node.parent
        }
        for unit in function.captured where names[unit.name] != nil { note(unit, &names) }
        return names
    }

    private static func note(_ unit: ParameterUnit, _ names: inout [String: String?]) {
        if case .some(.some) = names[unit.name] { return }
        names[unit.name] = .some(unit.type.isEmpty ? nil : unit.type)
    }
}
