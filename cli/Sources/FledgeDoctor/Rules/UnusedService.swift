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
        let known = Set(ServiceTypes.find(index).map(\.type.name))
        return Self.unused(index, uses).map { file, type in
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

    static func unused(
        _ index: AppIndex, _ uses: ServiceUses
    ) -> [(file: FileIndex, type: TypeUnit)] {
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
        let more = ServiceTypes.doers(index, keepsValues: true) + hidden
        let others = more.filter { _, type in
            !known.contains(type.name) && !uses.isNamed(type.name)
        }
        return (types + others).filter { !uses.isUsed($0.type.name) }
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
