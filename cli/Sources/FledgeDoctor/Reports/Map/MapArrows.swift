// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// What uses what, as far as a picture bears it.
///
/// An arrow is a dependency: something that is kept in a property, under its own name or its
/// protocol's, or taken from `Services`. Values that pass through are left out; everybody uses them.
struct MapArrows {
    private(set) var all: [AppMap.Arrow] = []
    private let index: AppIndex
    private let names: Set<String>

    init(_ index: AppIndex, _ names: Set<String>) {
        self.index = index
        self.names = names
        var found: Set<AppMap.Arrow> = []
        for (name, units) in index.types where names.contains(name) {
            for property in units.flatMap(\.properties) where property.isStored {
                for target in targets(of: property) { found.insert(.init(from: name, to: target)) }
            }
        }
        for (file, function) in index.functions where function.body != function.node {
            let from = AppMap.boxName(function, file)
            for target in taken(by: function) { found.insert(.init(from: from, to: target)) }
        }
        all = found.filter { $0.from != $0.to }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    /// The types that a property may hold and that do something.
    private func targets(of property: PropertyUnit) -> [String] {
        TypeText.names(property.type ?? "").flatMap { name -> [String] in
            guard let declaration = index.declaration(of: name) else { return [] }
            if declaration.kind == .protocol { return conformers(name) }
            return names.contains(name) && !isValue(declaration) ? [name] : []
        }
    }

    private func conformers(_ protocolName: String) -> [String] {
        index.types.filter { name, units in
            names.contains(name)
                && units.flatMap(\.inherited).contains { TypeText.last($0) == protocolName }
        }.map(\.key)
    }

    private func isValue(_ type: TypeUnit) -> Bool { type.isSchema || type.kind == .enum }

    /// `services.orders` in a closure, and pages that a route makes.
    private func taken(by function: FunctionUnit) -> [String] {
        guard function.layer == .routes else { return [] }
        var found: [String] = []
        for member in function.body.all(MemberAccessExprSyntax.self) {
            guard member.base?.memberPath?.last == "services",
                let type = index.propertyType("Services", member.declName.baseName.text)
            else { continue }
            found += targets(
                of: PropertyUnit(
                    name: "", type: type, isStored: true, isStatic: false, isPrivate: false,
                    node: Syntax(member)))
        }
        for parameter in function.captured where parameter.name != "services" {
            guard
                function.body.all(DeclReferenceExprSyntax.self)
                    .contains(where: { $0.baseName.text == parameter.name })
            else { continue }
            found += targets(
                of: PropertyUnit(
                    name: "", type: parameter.type, isStored: true, isStatic: false,
                    isPrivate: false, node: function.body))
        }
        for name in function.body.typeNames
        where names.contains(name) && index.layer(of: name) == .routes {
            if let declaration = index.declaration(of: name), !isValue(declaration) {
                found.append(name)
            }
        }
        return found
    }
}
