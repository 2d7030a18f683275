// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Holds the arrows between the modules of a package: a file may import what its module declares.
///
/// SwiftPM lets a target import any module that happens to be built already, so a service could
/// reach for the web without a word in `Package.swift`. An import inside
/// `#if canImport(Module)` is let through: it says itself that the module may be absent.
struct LayerCheck {
    let modules: [ScannedModule]

    func run() -> [Diagnostic] {
        let names = Set(modules.map(\.module.name))
        return modules.filter(\.module.isChecked).flatMap { scanned in
            scanned.files.flatMap { file in
                file.imports.compactMap { diagnostic($0, in: file, of: scanned.module, names) }
            }
        }
    }

    private func diagnostic(
        _ imported: ImportFact, in file: FileFacts, of module: ScanInput.Module,
        _ siblings: Set<String>
    ) -> Diagnostic? {
        let name = imported.module
        guard name != module.name, !module.dependencies.contains(name),
            !imported.condition.requiresImport(of: name)
        else { return nil }
        let isFledge = name.hasPrefix("Fledge")
        // A product of Fledge brings its other modules along: `Fledge` has `FledgeCore` in it.
        if isFledge, module.reachable.contains(name) { return nil }
        guard isFledge || siblings.contains(name) else { return nil }
        return .error(
            file.file.path, imported.position,
            "\(module.name) imports \(name), but the target does not depend on it. "
                + remedy(name, in: module))
    }

    private func remedy(_ name: String, in module: ScanInput.Module) -> String {
        let isWeb = name.hasPrefix("Fledge") && !Self.modulesWithoutWeb.contains(name)
        // A target that is of the web already only forgot a line in its manifest.
        let knowsWeb = module.reachable.contains { $0 == "Fledge" || $0 == "FledgeCore" }
        return isWeb && !knowsWeb
            ? "Services know nothing of the web: move this code to a route or controller, or "
                + "declare the dependency in Package.swift."
            : "Declare the dependency in Package.swift, or move this code to a target that has it."
    }

    private static let modulesWithoutWeb: Set<String> = [
        "FledgeSchema", "FledgeData", "FledgeSQLite", "FledgePostgres",
    ]
}
