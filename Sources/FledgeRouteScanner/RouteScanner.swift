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
        let modules = input.modules.map { module in
            ScannedModule(
                module: module,
                files: module.files.sorted { $0.path < $1.path }.map(SourceReader.read))
        }
        guard let target = modules.first(where: { $0.module.name == input.target }) else {
            return Result(diagnostics: [], source: nil)
        }
        let collector = MountCollector(input: input, files: target.files)
        let mounts = collector.collect()
        let services = ServicesLookup(input: input, target: target, modules: modules).find()
        var diagnostics = mounts.diagnostics + services.diagnostics
        diagnostics += HandlerCheck(input: input, files: target.files).run()
        diagnostics += ConflictCheck(input: input, routes: mounts.routes).run()
        diagnostics += LayerCheck(modules: modules).run()
        diagnostics += NameCheck(files: target.files).run()
        let failed = diagnostics.contains { $0.severity == .error }
        let file = GeneratedFile(
            input: input, target: target, mounts: mounts, services: services.source)
        return Result(
            diagnostics: Diagnostic.sorted(diagnostics), source: failed ? nil : file.text)
    }
}

/// A module with what its files say.
struct ScannedModule: Sendable {
    var module: ScanInput.Module
    var files: [FileFacts]

    /// Whether the program starts in one of its own files.
    var hasMain: Bool { files.contains(where: \.isMain) }
}
