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
        let all = ServiceUses(index)
        let (unused, uses) = Self.unused(index, all)
        let known = Set(ServiceTypes.find(index).map(\.type.name))
        return unused.map { file, type in
            let holder = uses.holder(of: type.name)
            let who =
                all.isUsed(type.name)
                ? "only services that nobody uses do" : "no route, job or service uses it"
            return finding(
                at: type.node.headNode, in: file, function: type.name,
                "\(type.name): \(holder.map { "\($0) holds it, and " } ?? "")\(who).",
                suggestion:
                    "Remove it\(holder == nil ? "" : " from there as well"), or let the route that needs it ask for it."
            )
        } + places(index, uses, known)
    }

    /// What nobody uses, and who uses what when that is gone: what only an unused service asks is unused as
    /// well.
    static func unused(
        _ index: AppIndex, _ all: ServiceUses
    ) -> (types: [(file: FileIndex, type: TypeUnit)], uses: ServiceUses) {
        let candidates = candidates(index)
        var uses = all
        var gone: Set<String> = []
        while true {
            let more = candidates.filter { candidate in
                let name = candidate.type.name
                return !gone.contains(name) && !uses.isUsed(name)
                    && (candidate.isService || !uses.isNamed(name))
            }
            if more.isEmpty { break }
            gone.formUnion(more.map(\.type.name))
            uses = ServiceUses(index, without: gone)
        }
        let types = candidates.filter { gone.contains($0.type.name) }
        return (types.map { ($0.file, $0.type) }, uses)
    }

    private static func candidates(
        _ index: AppIndex
    ) -> [(file: FileIndex, type: TypeUnit, isService: Bool)] {
        let types = ServiceTypes.find(index)
        let known = Set(types.map(\.type.name))
        // A place for the protocol that nobody asks for is told by itself.
        let held = Set(
            ServiceTypes.containers(index).flatMap(\.properties).compactMap {
                $0.type.map(TypeText.last)
            })
        let hidden = ServiceTypes.implementations(index).filter { _, type in
            held.isDisjoint(with: type.inherited.map(TypeText.last))
        }
        let others = (ServiceTypes.doers(index, keepsValues: true) + hidden).filter {
            !known.contains($0.type.name)
        }
        return types.map { ($0.file, $0.type, true) } + others.map { ($0.file, $0.type, false) }
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
