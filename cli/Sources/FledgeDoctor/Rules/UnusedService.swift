// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Services that nothing of the app uses.
struct UnusedService: Rule {
    let name = "unused-service"
    let severity = Severity.warning
    let summary = "Nothing but tests, or what puts the app together, names a service."
    let explanation = """
        A service that no route, job or other service uses is read, tested and carried along for nothing. A \
        place in Services alone is no use: a route has to ask for it, by the name of a property or in code.
        """

    func findings(in context: RuleContext) -> [Finding] {
        let index = context.index
        let uses = ServiceUses(index)
        let types = ServiceTypes.find(index)
        let known = Set(types.map(\.type.name))
        return types.compactMap { file, type in
            guard !uses.isUsed(type.name) else { return nil }
            let holder = uses.holder(of: type.name)
            let what =
                holder.map { "\($0) holds it, and no route, job or service uses it" }
                ?? "no route, job or service uses it"
            return finding(
                at: type.node.headNode, in: file, function: type.name, "\(type.name): \(what).",
                suggestion:
                    "Remove it\(holder == nil ? "" : " from there as well"), or let the route that needs it ask for it."
            )
        } + places(index, uses, known)
    }

    /// Places in `Services` that hold something else than a type that is reported by itself: a protocol,
    /// or a type by another name.
    private func places(_ index: AppIndex, _ uses: ServiceUses, _ known: Set<String>) -> [Finding] {
        ServiceTypes.containers(index).flatMap { container in
            container.properties.filter { property in
                let type = TypeText.last(property.type ?? "")
                guard property.isStored, !property.isStatic,
                    let declaration = index.declaration(of: type)
                else { return false }
                let isService =
                    declaration.kind == .protocol || declaration.kind == .actor
                    || declaration.kind == .class
                return isService && index.layer(of: type) == .services && !known.contains(type)
                    && !type.hasSuffix(of: KnownNames.storeSuffixes)
                    && !uses.isUsed(property: property, of: type)
            }.map { property in
                finding(
                    at: property.node, in: index.files[container.file], function: container.name,
                    "\(container.name).\(property.name): no route, job or service asks for it.",
                    suggestion:
                        "Remove it, or let the route that needs it keep a property of that name.")
            }
        }
    }
}

/// Who names what.
private struct ServiceUses {
    private let index: AppIndex
    /// The names of types that occur outside of the containers, with the types in which they do.
    private var namedBy: [String: Set<String>] = [:]
    /// The names that are read of something: `labels` of `services.labels`.
    private var members: Set<String> = []
    /// The properties that routes and others keep, by name.
    private var kept: Set<String> = []
    /// Types that are made somewhere, containers included.
    private var made: Set<String> = []

    init(_ index: AppIndex) {
        self.index = index
        for file in index.files where !file.isTest {
            for type in file.types { note(type) }
            for function in file.functions { note(function, file) }
            note(looseStatementsOf: file)
        }
    }

    private mutating func note(_ type: TypeUnit) {
        guard !ServiceTypes.isContainer(type.name) else { return }
        for property in type.properties where property.isStored {
            kept.insert(property.name)
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
        for name in function.node.typeNames {
            namedBy[name, default: []].insert(function.owner ?? "")
        }
        noteMembers(function.body)
    }

    private mutating func noteMembers(_ node: Syntax) {
        for member in node.all(MemberAccessExprSyntax.self) where member.base != nil {
            members.insert(member.declName.baseName.text)
        }
    }

    /// `main.swift` has statements outside of functions, and files may have variables.
    private mutating func note(looseStatementsOf file: FileIndex) {
        for statement in file.source.tree.statements {
            guard !statement.item.is(DeclSyntax.self) || statement.item.is(VariableDeclSyntax.self)
            else { continue }
            noteMembers(Syntax(statement))
            for name in statement.typeNames {
                made.insert(name)
                namedBy[name, default: []].insert("")
            }
        }
    }

    func isUsed(_ type: String) -> Bool {
        if namedBy[type]?.contains(where: { $0 != type }) ?? false { return true }
        for property in holders(of: type) {
            if members.contains(property.name) || kept.contains(property.name) { return true }
        }
        // Through its protocol, if somebody makes one.
        let parents = (index.types[type] ?? []).flatMap(\.inherited).map(TypeText.last)
        return made.contains(type)
            && parents.contains { parent in
                index.declaration(of: parent)?.kind == .protocol
                    && namedBy[parent]?.contains { $0 != type && $0 != parent } ?? false
            }
    }

    /// Whether somebody reads a place of a container, or keeps what is in it under another name.
    func isUsed(property: PropertyUnit, of type: String) -> Bool {
        if members.contains(property.name) || kept.contains(property.name) { return true }
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
