// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Which types are services by what they keep and who keeps them, whatever their names.
///
/// | a type with methods, and no value, route, store or middleware | |
/// |---|---|
/// | named `…Service`, `…Policy`, `…UseCase`, … | a service |
/// | keeps a store, a protocol or an actor of the app, or another service | a service |
/// | kept by a route or a controller, given to a function that adds routes, or made in such a place | a service |
/// | a namespace whose static functions take a store, an actor or a service | a service |
///
/// One whose methods all take or return something of the web is an adapter of the routes, unless its
/// name says otherwise.
struct ServiceRoles: Sendable {
    private(set) var names: Set<String> = []
    /// Types whose instances keep or do something for others: stores, actors, protocols.
    private var collaborators: Set<String> = []
    private let declared: Set<String>

    init(_ files: [FileIndex]) {
        let app = files.filter { !$0.isTest }
        let types = app.flatMap(\.types)
        let declared = Set(types.filter { $0.kind != .extension }.map(\.name))
        self.declared = declared
        for type in types where type.kind != .extension {
            let isStore =
                type.name.hasSuffix(of: KnownNames.storeSuffixes) || type.keepsDatabase
            let isKept = type.kind == .protocol || type.kind == .actor || isStore
            if isKept, !type.isSchema { collaborators.insert(type.name) }
        }
        var methods: [String: [FunctionUnit]] = [:]
        for function in app.flatMap(\.functions) where function.kind == .function {
            guard let owner = function.owner, !function.isPrivate else { continue }
            methods[owner, default: []].append(function)
        }
        let candidates = app.filter { !Self.isPlaceForJobs($0) }.flatMap(\.types).filter { type in
            isCandidate(type) && methods[type.name] != nil
                && (type.name.hasSuffix(of: KnownNames.serviceSuffixes)
                    || !isAdapter(methods[type.name] ?? []))
        }
        let given = Self.given(app)
        for type in candidates {
            if type.name.hasSuffix(of: KnownNames.serviceSuffixes) || given.contains(type.name) {
                names.insert(type.name)
            }
        }
        spread(candidates, methods)
    }

    /// A service keeps stores and services, so what keeps one is one as well.
    private mutating func spread(_ candidates: [TypeUnit], _ methods: [String: [FunctionUnit]]) {
        var grew = true
        while grew {
            let known = collaborators.union(names)
            let more = candidates.filter { type in
                !names.contains(type.name)
                    && (keeps(type, known) || takes(methods[type.name] ?? [], known))
            }
            names.formUnion(more.map(\.name))
            grew = !more.isEmpty
        }
    }

    private func keeps(_ type: TypeUnit, _ known: Set<String>) -> Bool {
        type.properties.contains { property in
            property.isStored && !property.isStatic
                && known.subtracting([type.name]).contains(TypeText.core(property.type ?? ""))
        }
    }

    private func takes(_ methods: [FunctionUnit], _ known: Set<String>) -> Bool {
        methods.contains { method in
            method.isStatic
                && method.parameters.contains { known.contains(TypeText.core($0.type)) }
        }
    }

    private func isCandidate(_ type: TypeUnit) -> Bool {
        guard [.struct, .class, .actor, .enum].contains(type.kind), !type.isPrivate,
            !type.qualifiedName.contains("."), !type.isRoute, !type.isController,
            !type.isFolderMiddleware, !type.isSchema, !type.attributes.contains("Settings"),
            !ServiceTypes.isContainer(type.name), type.name != "App"
        else { return false }
        if type.name.hasSuffix(of: KnownNames.serviceSuffixes) { return true }
        guard !type.name.hasSuffix(of: KnownNames.storeSuffixes + KnownNames.routeSuffixes),
            !type.name.hasSuffix(of: KnownNames.runnerSuffixes), !type.keepsDatabase
        else { return false }
        let parents = Set(type.inherited.map(TypeText.last))
        guard parents.isDisjoint(with: KnownNames.valueProtocols),
            !parents.contains("Service"),
            parents.subtracting(declared).isDisjoint(with: KnownNames.webProtocols)
        else { return false }
        // What has stores and protocols for parents is the one or the other kind of a store.
        if parents.contains(where: { $0.hasSuffix(of: KnownNames.storeSuffixes) }) { return false }
        return type.kind != .enum || type.node.all(EnumCaseDeclSyntax.self).isEmpty
    }

    /// Whether there is nothing in it but translation from and to the web.
    private func isAdapter(_ methods: [FunctionUnit]) -> Bool {
        let web = KnownNames.webTypes.union(KnownNames.webWords).subtracting(declared)
        return methods.allSatisfy { method in
            let texts = method.parameters.map(\.type) + [method.returnType ?? ""]
            return !web.isDisjoint(with: texts.flatMap(TypeText.names))
        }
    }

    /// What runs by itself uses services, and is none.
    private static func isPlaceForJobs(_ file: FileIndex) -> Bool {
        file.source.folders.contains { folder in
            ["jobs", "workers", "work", "commands", "cron", "tasks"]
                .contains(folder.drop { $0 == "_" }.lowercased())
        }
    }

    /// What routes keep, and what functions that add routes are given.
    private static func given(_ app: [FileIndex]) -> Set<String> {
        var found: Set<String> = []
        for file in app {
            for type in file.types where type.isRoute || type.isController {
                found.formUnion(type.properties.filter(\.isStored).compactMap(\.coreType))
            }
            for function in file.functions where !function.routeClosures.isEmpty {
                found.formUnion(function.parameters.map { TypeText.core($0.type) })
            }
        }
        return found
    }
}

extension PropertyUnit {
    fileprivate var coreType: String? { type.map(TypeText.core) }
}

extension TypeUnit {
    /// Whether it keeps a database itself.
    var keepsDatabase: Bool {
        properties.contains { property in
            property.isStored
                && KnownNames.databaseTypes.contains(TypeText.core(property.type ?? ""))
        }
    }
}
