// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The services of an app: types that hold rules for others to call.
enum ServiceTypes {
    /// Services by their name, their place or their role.
    static func find(_ index: AppIndex) -> [(file: FileIndex, type: TypeUnit)] {
        let held = Set(
            containers(index).flatMap { $0.properties }.filter(\.isStored)
                .compactMap { $0.type.map(TypeText.core) })
        return types(index) { type in
            index.isService(type.name) && index.layer(of: type.name) == .services
                || type.name.hasSuffix("Service") || isHeldService(type, held, index)
        }
    }

    /// Types that only do something: actors, and what has methods and no values of its own.
    ///
    /// Nothing says that they are services, but for their place. A protocol of the app may be the
    /// reason for one, so those that conform to one are left out.
    /// With `keepsValues` a type may keep values as well: rules with a limit that can be set. One that
    /// nobody names is neither sent nor answered, so it is no value.
    static func doers(
        _ index: AppIndex, keepsValues: Bool = false
    ) -> [(file: FileIndex, type: TypeUnit)] {
        types(index) { type in
            guard index.layer(of: type.name) == .services, !type.isSchema,
                !type.name.hasSuffix(of: KnownNames.storeSuffixes + KnownNames.runnerSuffixes)
            else { return false }
            let parents = Set(
                (index.types[type.name] ?? []).flatMap(\.inherited).map(TypeText.last))
            guard parents.isDisjoint(with: KnownNames.valueProtocols), !parents.contains("Service"),
                !parents.contains(where: { index.types[$0] != nil }), type.attributes.isEmpty
            else { return false }
            if type.kind == .enum { return type.node.all(EnumCaseDeclSyntax.self).isEmpty }
            let keeps = index.properties(of: type.name).contains { $0.isStored && !$0.isStatic }
            return type.kind == .actor || !keeps || keepsValues && isRule(type, index)
        }
    }

    /// Whether it is about something else than itself: `fee(for: loan)`, not `distance(to: point)`.
    private static func isRule(_ type: TypeUnit, _ index: AppIndex) -> Bool {
        index.functions.contains { _, function in
            function.owner == type.name && function.kind == .function && !function.isPrivate
                && function.parameters.contains {
                    !["Self", type.name].contains(TypeText.last($0.type))
                }
        }
    }

    /// What stands behind a protocol of the app and decides something: `LogMailer` of `Mailer`.
    ///
    /// Stores are none, nor is what is made for tests.
    static func implementations(_ index: AppIndex) -> [(file: FileIndex, type: TypeUnit)] {
        types(index) { type in
            guard index.layer(of: type.name) == .services, !type.isSchema, type.attributes.isEmpty,
                !type.name.hasSuffix(of: KnownNames.storeSuffixes + KnownNames.runnerSuffixes)
            else { return false }
            let words = [
                "Memory", "InMemory", "Fake", "Mock", "Stub", "Test", "Preview", "Noop", "Null",
                "Silent",
            ]
            guard !words.contains(where: type.name.hasPrefix) else { return false }
            let parents = (index.types[type.name] ?? []).flatMap(\.inherited).map(TypeText.last)
            guard KnownNames.valueProtocols.isDisjoint(with: parents) else { return false }
            return parents.contains { parent in
                index.declaration(of: parent)?.kind == .protocol
                    && !parent.hasSuffix(of: KnownNames.storeSuffixes)
            }
        }
    }

    /// Whether a type only carries calls of a protocol out of the process, and tests have a double of it:
    /// no test can try such an adapter without the other side.
    static func isOutgoing(_ type: TypeUnit, _ index: AppIndex) -> Bool {
        let units = index.types[type.name] ?? []
        // A client that is the app's own can be replaced in a test.
        let names = units.reduce(into: Set<String>()) { $0.formUnion($1.node.typeNames) }
        guard names.contains(where: { KnownNames.isOutgoing($0) && index.types[$0] == nil })
        else { return false }
        let doubled = units.flatMap(\.inherited).map(TypeText.last).filter { parent in
            index.declaration(of: parent)?.kind == .protocol
                && index.testTypes.values.joined().contains {
                    $0.inherited.map(TypeText.last).contains(parent)
                }
        }
        let functions = index.functions.map(\.function).filter { $0.kind == .function }
        let asked = functions.filter { doubled.contains($0.owner ?? "") }.map(\.simpleName)
        return functions.allSatisfy {
            $0.owner != type.name || $0.isPrivate || asked.contains($0.simpleName)
        }
    }

    /// Whether a type has anything to try: a decision, or some steps, in a method.
    static func decides(_ type: String, _ index: AppIndex) -> Bool {
        index.functions.contains { _, function in
            function.owner == type && function.kind == .function
                && (function.cyclomatic > 1 || function.lines > 4)
        }
    }

    private static func types(
        _ index: AppIndex, where isMeant: (TypeUnit) -> Bool
    ) -> [(file: FileIndex, type: TypeUnit)] {
        var found: [(file: FileIndex, type: TypeUnit)] = []
        for file in index.files where !file.isTest {
            for type in file.types {
                guard [.struct, .class, .actor, .enum].contains(type.kind), !type.isPrivate else {
                    continue
                }
                guard !type.qualifiedName.contains("."), !type.isRoute, !type.isController else {
                    continue
                }
                guard !isContainer(type.name), isMeant(type), hasMethods(type, index) else {
                    continue
                }
                found.append((file, type))
            }
        }
        return found
    }

    private static func isHeldService(_ type: TypeUnit, _ held: Set<String>, _ index: AppIndex)
        -> Bool
    {
        held.contains(type.name) && index.layer(of: type.name) == .services
            && !type.name.hasSuffix(of: KnownNames.storeSuffixes) && !type.isSchema
            && index.properties(of: type.name).contains(where: \.isStored)
    }

    private static func hasMethods(_ type: TypeUnit, _ index: AppIndex) -> Bool {
        index.functions.contains { _, function in
            function.owner == type.name && function.kind == .function && !function.isPrivate
                // `static func live() -> Self` only makes one.
                && !(function.isStatic
                    && ["Self", type.name].contains(TypeText.last(function.returnType ?? "")))
        }
    }

    /// What hands services to the routes: `Services`, and what people call it elsewhere.
    static func containers(_ index: AppIndex) -> [TypeUnit] {
        index.types.values.flatMap { $0 }.filter { isContainer($0.name) }
    }

    static func isContainer(_ name: String) -> Bool {
        ["Services", "Dependencies", "Container"].contains { name.hasSuffix($0) }
    }
}
