// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Writes imports that agree with the rest of the module.
struct ImportWriter {
    let target: ScannedModule

    /// The imports of `modules`, at the access level that the generated declarations need.
    ///
    /// Swift refuses a plain import of a module in one file and an import with an access level in
    /// another, unless the target builds with InternalImportsByDefault (SE-0409). A library needs
    /// `package` exactly when the target does, so the file asks.
    func lines(for modules: [String]) -> [String] {
        let level = target.module.isExecutable ? "internal" : "package"
        let leveled = modules.filter(statesLevel)
        let plain = modules.filter { !leveled.contains($0) }
        let lines = leveled.map { "\(level) import \($0)" }
        guard !target.module.isExecutable, !plain.isEmpty else {
            return lines + plain.map { "import \($0)" }
        }
        return lines + ["#if hasFeature(InternalImportsByDefault)"]
            + plain.map { "package import \($0)" } + ["#else"] + plain.map { "import \($0)" }
            + ["#endif"]
    }

    /// Whether some file of the target imports `module` with an access level.
    private func statesLevel(_ module: String) -> Bool {
        target.files.contains { file in
            file.imports.contains { $0.module == module && $0.access != nil }
        }
    }
}
