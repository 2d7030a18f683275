// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Holds the layers of a package to their arrows: routes → services ← database.
///
/// ``LayerCheck`` asks whether an import is declared; this asks whether it should be. It knows a layer
/// by what it is made of, so nobody has to name it:
///
/// | layer | is |
/// |---|---|
/// | routes | files with a `@Route`, `@Controller` or `@FolderMiddleware` |
/// | services | the library that declares `Services`, unless routes stand in it |
/// | database | libraries that reach FledgeData and not Fledge |
///
/// An app of one target has none of the last two and may do as it likes.
struct ArrowCheck {
    let modules: [ScannedModule]
    /// The module whose routes are mounted, which may be a library; nil when there is none.
    let app: String?

    private static let data: Set<String> = ["FledgeData", "FledgeSQLite", "FledgePostgres", "GRDB"]
    private static let web: Set<String> = [
        "Fledge", "FledgeCore", "FledgeHTTP", "FledgeMiddleware", "FledgeServer", "FledgeTLS",
        "HTTPTypes", "NIOCore", "NIOPosix",
    ]

    func run() -> [Diagnostic] {
        let checked = libraries.filter { $0.module.isChecked && $0.module.name != app }
        let stores = Set(
            libraries.map(\.module).filter(\.isDatabase).map(\.name))
        return modules.filter(\.module.isChecked).flatMap { routeArrows(of: $0, stores) }
            + checked.flatMap(serviceArrows) + checked.flatMap(storeArrows)
    }

    private var libraries: [ScannedModule] { modules.filter { !$0.module.isExecutable } }

    /// A route does not reach past the services, once there is a database layer.
    private func routeArrows(of scanned: ScannedModule, _ stores: Set<String>) -> [Diagnostic] {
        guard !stores.isEmpty else { return [] }
        return scanned.files.filter(\.hasRoutes).flatMap { file in
            file.imports.filter { stores.union(Self.data).contains($0.module) }.map { imported in
                .error(
                    file.file.path, imported.position,
                    "\(file.file.name) is of the routes and imports \(imported.module), which is of "
                        + "the database. Routes call services; what builds the stores stands in a "
                        + "file without routes, such as Services.swift.")
            }
        }
    }

    /// The module of `Services` reaches neither the web nor a database, declared or not.
    private func serviceArrows(of scanned: ScannedModule) -> [Diagnostic] {
        guard let (type, place) = scanned.services, !scanned.files.contains(where: \.hasRoutes)
        else { return [] }
        let foreign = scanned.module.reachable.filter { Self.web.union(Self.data).contains($0) }
        guard !foreign.isEmpty else { return [] }
        let siblings = Set(
            modules.filter { sibling in
                sibling.module.reachable.contains { foreign.contains($0) }
            }.map(\.module.name))
        let imports = scanned.files.flatMap { file in
            file.imports.filter { foreign.contains($0.module) || siblings.contains($0.module) }
                .map { (file.file.path, $0.position, $0.module) }
        }
        let name = scanned.module.name
        guard imports.isEmpty else {
            return imports.map { path, position, module in
                .error(
                    path, position,
                    "\(name) declares Services, and services know neither the web nor a database: "
                        + "take \(module) out of this file and of the target's dependencies. A "
                        + "store is a protocol here, and its SQL stands in a module of its own.")
            }
        }
        return [
            .error(
                place.path, type.position,
                "\(name) declares Services and depends on \(foreign.sorted().joined(separator: ", "))"
                    + ": services know neither the web nor a database. Take it out of the target's "
                    + "dependencies in Package.swift, or move Services to a module without it.")
        ]
    }

    /// A module of stores knows nothing of the web.
    private func storeArrows(of scanned: ScannedModule) -> [Diagnostic] {
        let module = scanned.module
        // `Services` in a module of its own is what makes an app a layered one.
        guard libraries.contains(where: { $0.services != nil && $0.module.name != module.name }),
            module.dependencies.contains("FledgeData"), module.reachable.contains("FledgeCore"),
            !scanned.files.contains(where: \.hasRoutes)
        else { return [] }
        return scanned.files.flatMap { file in
            file.imports.filter { Self.web.contains($0.module) }.map { imported in
                .error(
                    file.file.path, imported.position,
                    "\(module.name) is of the database and imports \(imported.module), which is of "
                        + "the web. Stores know neither requests nor answers: move this code to the "
                        + "routes, and take the dependency out of the target.")
            }
        }
    }
}

extension FileFacts {
    /// Whether it has what answers requests.
    fileprivate var hasRoutes: Bool {
        types.contains { type in
            ["Route", "Controller", "FolderMiddleware"].contains { type.attribute($0) != nil }
        }
    }
}

extension ScannedModule {
    /// The module's `Services`, and its file.
    fileprivate var services: (TypeFact, SourceFile)? {
        for file in files {
            let own = file.types.first {
                $0.name == "Services" && $0.enclosing.isEmpty
                    && !["extension", "protocol"].contains($0.keyword)
            }
            if let own { return (own, file.file) }
        }
        return nil
    }
}

extension ScanInput.Module {
    /// Whether it is of the database layer: it stores, and does not answer.
    fileprivate var isDatabase: Bool {
        reachable.contains("FledgeData") && !reachable.contains("FledgeCore")
            && !name.hasPrefix("Fledge")
    }
}
