// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Turns the folders under `app/` into one short Swift file that mounts every route.
///
/// The scanner reads; it never guesses. What it cannot mount is an error that says where and what
/// to do, all of them in one run, and then there is no file:
///
///     let result = RouteScanner.scan(input)
///     result.diagnostics.forEach { print($0) }
///     if let source = result.source { /* write FileRoutes.swift */ }
///
/// In order: every file is read (``SourceReader``), folders become paths (``FolderPath``), the
/// checks run, the file is written (``GeneratedFile``). It is lexical, without swift-syntax,
/// because every build of a user's package waits for it.
package enum RouteScanner {
    /// The name of the generated file.
    ///
    /// No file of the target can have it.
    package static let outputName = "FileRoutes.swift"

    /// What a scan found.
    package struct Result: Sendable {
        /// Everything wrong, in the order of files and lines.
        package var diagnostics: [Diagnostic]
        /// The generated file; nil when there is an error.
        package var source: String?
    }

    /// Scans `input`.
    ///
    /// Cost: linear in the size of the sources.
    package static func scan(_ input: ScanInput) -> Result {
        let modules = input.modules.map(ScannedModule.init(reading:))
        guard let target = modules.first(where: { $0.module.name == input.target }) else {
            return Result(diagnostics: [missingTarget(input)], source: nil)
        }
        let mounts = MountCollector(input: input, files: target.files).collect()
        let services = ServicesLookup(input: input, target: target, modules: modules).find()
        let diagnostics = Diagnostic.sorted(
            mounts.diagnostics + services.diagnostics
                + HandlerCheck(input: input, files: target.files).run()
                + ConflictCheck(input: input, routes: mounts.routes).run()
                + LayerCheck(modules: modules).run()
                + NameCheck(files: target.files).run())
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            return Result(diagnostics: diagnostics, source: nil)
        }
        let file = GeneratedFile(
            input: input, target: target, mounts: mounts, services: services.source)
        return Result(diagnostics: diagnostics, source: file.text)
    }

    private static func missingTarget(_ input: ScanInput) -> Diagnostic {
        .error(
            input.folder, Position(line: 1, column: 1),
            "There is no module '\(input.target)' among the modules to scan.")
    }
}

/// A module with what its files say.
struct ScannedModule: Sendable {
    var module: ScanInput.Module
    /// In the order of their paths, which is the order of everything that follows.
    var files: [FileFacts]

    init(reading module: ScanInput.Module) {
        self.module = module
        files = module.files.sorted { $0.path < $1.path }.map(SourceReader.read)
    }

    /// Whether the program starts in one of its own files.
    var hasMain: Bool { files.contains(where: \.isMain) }
}
