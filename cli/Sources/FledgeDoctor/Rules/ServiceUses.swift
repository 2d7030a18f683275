// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Who names what.
struct ServiceUses {
    private let index: AppIndex
    /// The names of types that occur outside of the containers, with the types in which they do.
    private var namedBy: [String: Set<String>] = [:]
    /// The names that are read of something: `labels` of `services.labels`.
    private var members: Set<String> = []
    /// The properties that routes and others keep, by name, each with its types.
    private var kept: [String: Set<String>] = [:]
    /// Types that are made somewhere, containers included.
    private var made: Set<String> = []
    private let dead: DeadPlaces
    /// The names of the places in containers.
    private let places: Set<String>
    /// Services that nobody uses: what they use does not count.
    private let gone: Set<String>

    init(_ index: AppIndex, without gone: Set<String> = []) {
        self.index = index
        self.gone = gone
        dead = DeadPlaces(index)
        places = Set(ServiceTypes.containers(index).flatMap(\.properties).map(\.name))
        for file in index.files where !file.isTest {
            for type in file.types where !gone.contains(type.name) { note(type) }
            for function in file.functions
            where !(function.owner.map(gone.contains) ?? false) {
                note(function, file)
            }
            note(looseStatementsOf: file)
        }
    }

    private mutating func note(_ type: TypeUnit) {
        guard !ServiceTypes.isContainer(type.name) else { return }
        for property in type.properties where property.isStored {
            if dead.properties[type.name]?.contains(property.name) == true { continue }
            kept[property.name, default: []].insert(TypeText.core(property.type ?? ""))
            for name in property.node.typeNames { namedBy[name, default: []].insert(type.name) }
        }
    }

    private mutating func note(_ function: FunctionUnit, _ file: FileIndex) {
        for name in function.node.typeNames { made.insert(name) }
        if let owner = function.owner, ServiceTypes.isContainer(owner) {
            // An initializer only fills the container; its other functions use what is in it.
            if function.kind != .initializer {
                members.formUnion(
                    function.body.all(DeclReferenceExprSyntax.self).map(\.baseName.text))
            }
            return
        }
        for name in names(in: function) { namedBy[name, default: []].insert(function.owner ?? "") }
        noteMembers(function.body, Scope(function, index))
    }

    /// The types that a function names, those of parameters left out that nobody reads.
    private func names(in function: FunctionUnit) -> Set<String> {
        let unread = function.parameters.filter { dead.isUnread($0, of: function) }
        var names = dead.typeNames(in: function.node)
        guard !unread.isEmpty else { return names }
        let body = dead.typeNames(in: function.body)
        let others = function.parameters.filter { !dead.isUnread($0, of: function) }
        let kept = Set(others.flatMap { TypeText.names($0.type) })
        for name in unread.flatMap({ TypeText.names($0.type) })
        where !body.contains(name) && !kept.contains(name) {
            names.remove(name)
        }
        return names
    }

    private mutating func noteMembers(_ node: Syntax, _ scope: Scope? = nil) {
        for member in node.all(MemberAccessExprSyntax.self) {
            guard let base = member.base else { continue }
            let name = member.declName.baseName.text
            guard places.contains(name), !members.contains(name), !dead.holds(member),
                !isOfAnother(base, name, scope)
            else { continue }
            members.insert(name)
        }
    }

    /// `product.labels` is no use of `services.labels`.
    private func isOfAnother(_ base: ExprSyntax, _ name: String, _ scope: Scope?) -> Bool {
        guard let type = scope?.type(of: base).map(TypeText.last), !ServiceTypes.isContainer(type)
        else { return false }
        return index.properties(of: type).contains { $0.name == name && $0.isStored }
    }

    /// Whether a type keeps a property of the name that may be filled from the place.
    private func isKept(_ property: PropertyUnit) -> Bool {
        let type = TypeText.core(property.type ?? "")
        return (kept[property.name] ?? []).contains { other in
            other.isEmpty || other == type || index.types[type] == nil
                || index.types[type]?.contains { $0.inherited.map(TypeText.last).contains(other) }
                    == true
                || index.types[other]?.contains { $0.inherited.map(TypeText.last).contains(type) }
                    == true
        }
    }

    /// `main.swift` has statements outside of functions, and files may have variables.
    private mutating func note(looseStatementsOf file: FileIndex) {
        for statement in file.source.tree.statements {
            guard !statement.item.is(DeclSyntax.self) || statement.item.is(VariableDeclSyntax.self)
            else { continue }
            noteMembers(Syntax(statement))
            for name in statement.typeNames { made.insert(name) }
            for name in dead.typeNames(in: Syntax(statement)) {
                namedBy[name, default: []].insert("")
            }
        }
    }

    func isUsed(_ type: String) -> Bool {
        if namedBy[type]?.contains(where: { $0 != type }) ?? false { return true }
        for property in holders(of: type) {
            if members.contains(property.name) || isKept(property) { return true }
        }
        // Through its protocol, if somebody makes one.
        let parents = (index.types[type] ?? []).flatMap(\.inherited).map(TypeText.last)
        return made.contains(type)
            && parents.contains { parent in
                index.declaration(of: parent)?.kind == .protocol
                    && namedBy[parent]?.contains { $0 != type && $0 != parent } ?? false
            }
    }

    /// Whether anything outside of a type's own declaration and extensions says its name.
    func isNamed(_ type: String) -> Bool {
        let all = index.files.filter { !$0.isTest }.reduce(0) { $0 + ($1.names[type] ?? 0) }
        let own = gone.union([type]).flatMap { index.types[$0] ?? [] }
            .reduce(0) { $0 + $1.node.count(ofName: type) }
        return all > own
    }

    /// Whether somebody reads a place of a container, or keeps what is in it under another name.
    func isUsed(property: PropertyUnit, of type: String) -> Bool {
        if members.contains(property.name) || isKept(property) { return true }
        return namedBy[type]?.contains { user in
            user != type
                && !(index.types[user] ?? []).flatMap(\.inherited).map(TypeText.last).contains(type)
        } ?? false
    }

    private func holders(of type: String) -> [PropertyUnit] {
        let parents = (index.types[type] ?? []).flatMap(\.inherited).map(TypeText.last)
        return ServiceTypes.containers(index).flatMap(\.properties).filter { property in
            let core = TypeText.core(property.type ?? "")
            return core == type || parents.contains(core) && index.declaration(of: core) != nil
        }
    }

    func holder(of type: String) -> String? {
        ServiceTypes.containers(index).first { container in
            container.properties.contains { TypeText.core($0.type ?? "") == type }
        }?.name
    }
}
