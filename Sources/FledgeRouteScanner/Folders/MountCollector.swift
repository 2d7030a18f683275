// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A type that the generated file builds.
struct Mount: Sendable {
    var type: TypeFact
    var file: SourceFile
    /// Relative to `app/`.
    var folder: FolderPath
    var condition: BuildCondition
    /// How many mounted types the file holds: moving the file moves them all.
    var typesInFile = 1
}

/// All that is mounted, in the order of files and lines.
struct Mounts: Sendable {
    var routes: [Mount] = []
    var middleware: [Mount] = []
    var diagnostics: [Diagnostic] = []
}

/// Finds the `@Route` and `@FolderMiddleware` types of the target and their folders.
struct MountCollector {
    let input: ScanInput
    let files: [FileFacts]

    /// The types with handlers in an extension.
    private let extended: Set<String>

    init(input: ScanInput, files: [FileFacts]) {
        self.input = input
        self.files = files
        extended = Set(
            files.flatMap(\.types).filter { type in
                type.keyword == "extension" && type.functions.contains { !$0.handlers.isEmpty }
            }.map(\.name))
    }

    func collect() -> Mounts {
        var mounts = Mounts()
        var wrongFolders: Set<String> = []
        for file in files {
            guard let components = folders(of: file.file) else {
                mounts.diagnostics += outsideDiagnostics(file)
                continue
            }
            // `_private` is the user's word that nothing there is routed.
            guard !FolderPath.isHidden(components) else { continue }
            mounts.diagnostics += file.buriedAttributes.map { buriedDiagnostic($0, in: file.file) }
            do {
                try collect(file, in: components, into: &mounts)
            } catch {
                // A wrong folder is one mistake, however many routes are in it.
                guard wrongFolders.insert(error.folder).inserted else { continue }
                mounts.diagnostics.append(folderDiagnostic(error, in: file))
            }
        }
        mounts.diagnostics += idleMiddleware(mounts)
        return mounts
    }

    /// The folders between `app/` and the file, or nil when it is elsewhere.
    private func folders(of file: SourceFile) -> [String]? {
        guard file.path.hasPrefix(input.folder + "/") else { return nil }
        let parts = file.path.dropFirst(input.folder.count + 1).split(separator: "/")
        return parts.dropLast().map(String.init)
    }

    private func collect(
        _ file: FileFacts, in components: [String], into mounts: inout Mounts
    ) throws(FolderPathError) {
        let marked = file.types.flatMap { type in
            Self.markers.compactMap { name in type.attribute(name).map { (type, $0) } }
        }
        guard !marked.isEmpty else { return }
        let folder = try FolderPath(components)
        for (type, attribute) in marked {
            let check = MountCheck(
                file: file.file, type: type, attribute: attribute,
                isExtended: extended.contains(type.name))
            mounts.diagnostics += check.run()
            guard check.isMountable else { continue }
            let mount = Mount(
                type: type, file: file.file, folder: folder, condition: attribute.condition,
                typesInFile: marked.count)
            if attribute.name == "Route" {
                mounts.routes.append(mount)
            } else {
                mounts.middleware.append(mount)
            }
        }
    }

    private static let markers = ["Route", "FolderMiddleware"]

    private func buriedDiagnostic(_ attribute: AttributeFact, in file: SourceFile) -> Diagnostic {
        .error(
            file.path, attribute.position,
            "@\(attribute.name) inside a function: Fledge mounts types at the top level of a "
                + "file only. Move the type out of the function.")
    }

    /// A folder has no lines, so its mistake is shown at the first type that needs it.
    private func folderDiagnostic(_ error: FolderPathError, in file: FileFacts) -> Diagnostic {
        let marked = file.types.lazy.flatMap(\.attributes)
            .first { Self.markers.contains($0.name) }
        return .error(
            file.file.path, marked?.position ?? Position(line: 1, column: 1),
            "Folder '\(input.displayPath(input.folder))/\(error.folder)': \(error.message).")
    }

    private func outsideDiagnostics(_ file: FileFacts) -> [Diagnostic] {
        let folder = input.displayPath(input.folder)
        return file.types.compactMap { type in
            if let attribute = type.attribute("FolderMiddleware") {
                return .error(
                    file.file.path, attribute.position,
                    "@FolderMiddleware \(type.name) is not under \(folder)/, so it would wrap "
                        + "nothing. Move the file there, or take the attribute away and use the "
                        + "middleware by hand.")
            }
            guard let attribute = type.attribute("Route") else { return nil }
            return .warning(
                file.file.path, attribute.position,
                "@Route \(type.name) is not under \(folder)/, so no folder mounts it. Move the "
                    + "file there, or make it a @Controller and mount it by hand.")
        }
    }

    /// Middleware that guards nothing is most likely in the wrong folder.
    private func idleMiddleware(_ mounts: Mounts) -> [Diagnostic] {
        mounts.middleware.compactMap { middleware in
            let folder = middleware.folder.components
            let isUsed = mounts.routes.contains { $0.folder.components.starts(with: folder) }
            guard !isUsed else { return nil }
            return .warning(
                middleware.file.path, middleware.type.position,
                "\(middleware.type.name) wraps nothing: there is no @Route in this folder or "
                    + "below it.")
        }
    }
}
