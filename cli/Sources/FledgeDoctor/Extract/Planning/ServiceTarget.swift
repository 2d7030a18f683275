// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The service that gets the logic: one that is there, or a new one.
struct ServiceTarget {
    var name: String
    /// Its declaration; nil for a new one.
    var existing: TypeUnit?
    var module: Module
    /// Where it stands, or will stand.
    var path: String
    /// `package` where it crosses modules.
    var access: String?

    var isActor: Bool { existing?.kind == .actor }
    /// `Order` of `OrderService`.
    var stem: String {
        for suffix in ["Service", "Store", "Repository", "UseCase"]
        where name.hasSuffix(suffix) && name.count > suffix.count {
            return String(name.dropLast(suffix.count))
        }
        return name
    }
    /// What a property of this type is called: `orders` of `OrderService`, `tariff` of `Tariff`.
    var propertyName: String {
        guard stem != name, let last = stem.last, !"sgy".contains(last) else {
            return stem.lowercasedFirst
        }
        return stem.lowercasedFirst + "s"
    }
    var prefix: String { access.map { $0 + " " } ?? "" }
}

/// Finds the service, or the place for a new one.
struct ServiceFinder {
    let code: HandlerCode
    private var index: AppIndex { code.index }

    /// - Throws: ``Refusal`` when the name is none for a service.
    func find(_ name: String) throws(Refusal) -> ServiceTarget {
        let isName =
            name.first?.isUppercase == true
            && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        guard isName else {
            throw Refusal(
                "name", "'\(name)' is no name of a type.",
                remedy: "Name a service: --to OrderService")
        }
        guard let unit = index.declaration(of: name) else { return new(name) }
        let file = index.files[unit.file]
        guard [.struct, .class, .actor].contains(unit.kind) else {
            throw Refusal(
                "not-a-service", "\(name) is a \(unit.kind.rawValue) and keeps nothing.",
                at: unit.node,
                in: file, remedy: "Name a struct that implements it, or a new service.")
        }
        guard !unit.isRoute, !unit.isController, name != code.function.owner else {
            throw Refusal(
                "not-a-service", "\(name) is of the routes.", at: unit.node, in: file,
                remedy: "Name a service, or a new one.")
        }
        return ServiceTarget(
            name: name, existing: unit, module: file.source.module, path: file.source.path,
            access: Self.access(unit.node))
    }

    private func new(_ name: String) -> ServiceTarget {
        let own = code.file.source.module
        // In layers, beside the type that names what routes may use.
        let services = index.declaration(of: "Services")
        let module = services.map { index.files[$0.file].source.module }
        let layered = module.flatMap { module in
            module.kind == .library && module != own
                && index.roles[module.name] == .layer(.services) ? module : nil
        }
        let place = layered ?? own
        return ServiceTarget(
            name: name, existing: nil, module: place, path: "\(folder(in: place))/\(name).swift",
            access: layered == nil ? nil : services.flatMap { Self.access($0.node) })
    }

    /// Where the module's services are: the folder that most of them stand in.
    private func folder(in module: Module) -> String {
        var counts: [String: Int] = [:]
        for file in index.files where file.source.module == module {
            let services = file.types.filter { $0.kind != .extension && index.isService($0.name) }
            if !services.isEmpty, !file.types.contains(where: { $0.isRoute || $0.isController }) {
                let folder = file.source.path.split(separator: "/").dropLast().joined(
                    separator: "/")
                counts[folder, default: 0] += services.count
            }
        }
        if let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key,
            most != module.path
        {
            return most
        }
        if module.path.isEmpty { return "Services" }
        return module.path + (module.kind == .library ? "" : "/services")
    }

    private static func access(_ node: Syntax) -> String? {
        guard let modifiers = node.asProtocol((any WithModifiersSyntax).self)?.modifiers else {
            return nil
        }
        return modifiers.map(\.name.text).first { ["public", "package"].contains($0) }
    }
}
