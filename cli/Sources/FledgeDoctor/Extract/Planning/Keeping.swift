// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Finds what the service keeps of what the logic needs, and how the handler reaches the service.
struct Keeping {
    private let code: HandlerCode
    private let target: ServiceTarget
    private var index: AppIndex { code.index }

    init(_ code: HandlerCode, _ target: ServiceTarget) {
        self.code = code
        self.target = target
    }

    /// The name of each dependency in the service; an empty one is the service itself.
    ///
    /// - Throws: ``Refusal`` when a service that exists does not keep it.
    func kept(
        _ needed: [Dependency]
    ) throws(Refusal) -> [(dependency: Dependency, name: String)] {
        var kept: [(dependency: Dependency, name: String)] = []
        for dependency in needed {
            let type = TypeText.core(dependency.type ?? "")
            if target.existing != nil, type == target.name {
                kept.append((dependency, ""))
                continue
            }
            guard target.existing != nil else {
                if let other = kept.first(where: { $0.name == dependency.name }) {
                    throw Refusal(
                        "two-of-a-name",
                        "It needs both '\(other.dependency.text)' and '\(dependency.text)'.",
                        at: code.place, remedy: "Rename one of them.")
                }
                kept.append((dependency, dependency.name))
                continue
            }
            kept.append((dependency, try property(for: dependency, type)))
        }
        return kept
    }

    private func property(for dependency: Dependency, _ type: String) throws(Refusal) -> String {
        let fitting = index.properties(of: target.name).filter {
            $0.isStored && !$0.isStatic && $0.type.map(TypeText.core) == type
        }
        guard fitting.count == 1, let name = fitting.first?.name else {
            throw Refusal(
                "not-kept",
                "\(target.name) keeps \(fitting.isEmpty ? "no" : "more than one") \(type), which the logic needs as '\(dependency.text)'.",
                at: code.place,
                remedy: "Give it one, or name a new service: it gets what the logic needs.")
        }
        return name
    }

    /// How the handler calls the service.
    ///
    /// - Throws: ``Refusal`` when it has no way to it.
    func reach(
        _ kept: [(dependency: Dependency, name: String)], _ names: MoveNames
    ) throws(Refusal) -> Move.Reach {
        if let own = kept.first(where: { $0.name.isEmpty }) {
            return .path(own.dependency.text)
        }
        if target.existing != nil {
            if let path = existingPath { return .path(path) }
            try checkMemberwise(kept)
        }
        let containers = Set(kept.compactMap { code.containerType(of: $0.dependency) })
        let roots = Set(kept.map { $0.dependency.path[0] })
        if code.function.kind == .closure, containers.count == 1, roots.count == 1,
            let type = containers.first, let root = roots.first,
            kept.allSatisfy({ $0.dependency.path.count == 2 }),
            let unit = index.declaration(of: type), unit.kind == .struct
        {
            let taken = Set(index.properties(of: type).map(\.name))
            return .container(type: type, root: root, property: names.property(besides: taken))
        }
        if code.function.kind == .closure { return .inline }
        return .property(names.property(besides: []))
    }

    /// A property of the handler's type, or of the container that it has.
    private var existingPath: String? {
        func fits(_ property: PropertyUnit) -> Bool {
            !property.isStatic && property.type.map(TypeText.core) == target.name
        }
        if let owner = code.function.owner {
            // Also one that an earlier move has put there, which makes it.
            if let property = index.properties(of: owner).first(where: fits) {
                return property.name
            }
        }
        for parameter in code.function.captured {
            let type = TypeText.core(parameter.type)
            if type == target.name { return parameter.name }
            guard index.declaration(of: type)?.kind == .struct else { continue }
            if let inner = index.properties(of: type).first(where: fits) {
                return "\(parameter.name).\(inner.name)"
            }
        }
        return nil
    }

    /// A service that exists and is nowhere at hand can be made from what it keeps, if that is all.
    private func checkMemberwise(
        _ kept: [(dependency: Dependency, name: String)]
    ) throws(Refusal) {
        let stored = index.properties(of: target.name).filter { $0.isStored && !$0.isStatic }
        let hasInit = index.functions.contains {
            $0.function.owner == target.name && $0.function.kind == .initializer
        }
        let names = Set(kept.map(\.name))
        let isWhole = stored.allSatisfy { names.contains($0.name) && !$0.isPrivate }
        guard target.existing?.kind == .struct, !hasInit, isWhole else {
            throw Refusal(
                "out-of-reach", "\(code.function.name) has no \(target.name).", at: code.place,
                remedy: "Give \(code.function.owner ?? "its function") one, and ask again.")
        }
    }
}
