// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Folders that are deeper than what is in them.
struct DeepFolders: Rule {
    let name = "deep-folders"
    let severity = Severity.note
    let summary = "Folders are deeper than helpful."
    let explanation = """
        Each folder is a question to who looks for something, and one that holds only another folder gives \
        no answer. Folders that are parts of a URL are what file routes are made of: parameters, groups, \
        'api' and versions do not count there.
        """

    func findings(in context: RuleContext) -> [Finding] {
        let files = context.index.files.filter { $0.source.module.kind != .plugin }
        let folders = FolderTree(files)
        let deep = folders.all.filter { folders.isTooDeep($0) }
        return deep.compactMap { folder in
            // The deepest of a chain stands for all of it.
            guard !deep.contains(where: { $0 != folder && $0.path.hasPrefix(folder.path + "/") })
            else {
                return nil
            }
            guard let file = files.first(where: { FolderTree.folder(of: $0) == folder.path }) else {
                return nil
            }
            let depth = folder.names.count
            let empty = folders.passThrough(folder)
            let hollow = empty == 0 ? "" : ", \(empty) of them with nothing but the next folder"
            return Finding(
                rule: name, severity: severity, file: file.source.path, line: 1, column: 1,
                endLine: 1,
                function: nil,
                message:
                    "'\(folder.path)' is \(depth) folders deep\(hollow). Who looks for something has to open each of them.",
                suggestion: folder.isURL
                    ? "Give the resource a path of its own: a long URL repeats what its ids already say."
                    : "Put the file into '\(folders.shorter(folder))', and let its name say the rest."
            )
        }
    }
}

/// The folders of an app that hold sources.
private struct FolderTree {
    struct Folder: Equatable {
        /// Below the root of the app.
        var path: String
        /// Below the module's own folder.
        var names: [String]
        var root: String
        /// Whether the names are parts of a URL.
        var isURL: Bool
    }

    private(set) var all: [Folder] = []
    /// How many files and folders each folder holds itself.
    private var files: [String: Int] = [:]
    private var children: [String: Set<String>] = [:]

    init(_ files: [FileIndex]) {
        let routes = files.filter { $0.types.contains(where: \.isRoute) }.map(\.source.path)
        for file in files {
            let path = Self.folder(of: file)
            self.files[path, default: 0] += 1
            let parts = path.split(separator: "/").map(String.init)
            for count in parts.indices.dropFirst() {
                children[parts[..<count].joined(separator: "/"), default: []].insert(parts[count])
            }
            guard !all.contains(where: { $0.path == path }) else { continue }
            let names = file.source.folders
            let isURL =
                !names.contains { $0.hasPrefix("_") }
                && routes.contains { $0.hasPrefix(path + "/") }
            all.append(
                Folder(path: path, names: names, root: file.source.module.path, isURL: isURL))
        }
    }

    static func folder(of file: FileIndex) -> String {
        file.source.path.split(separator: "/").dropLast().joined(separator: "/")
    }

    func isTooDeep(_ folder: Folder) -> Bool {
        let empty = passThrough(folder)
        let depth = counted(folder).count
        return folder.isURL
            ? depth > 6 || depth > 4 && empty > 3 : depth > 4 || depth > 3 && empty > 1
    }

    /// The folders above it that hold one folder and nothing else.
    func passThrough(_ folder: Folder) -> Int {
        let parts = folder.path.split(separator: "/").map(String.init)
        let skipped = folder.root.split(separator: "/").count
        guard parts.count > skipped + 1 else { return 0 }
        return (skipped + 1..<parts.count).count { count in
            let path = parts[..<count].joined(separator: "/")
            guard !folder.isURL || counts(parts[count - 1]) else { return false }
            return files[path] == nil && children[path]?.count == 1
        }
    }

    private func counted(_ folder: Folder) -> [String] {
        folder.isURL ? folder.names.filter(counts) : folder.names
    }

    /// Whether a part of a URL is more than a parameter, a group or a version.
    private func counts(_ name: String) -> Bool {
        if name.hasPrefix("[") || name.hasPrefix("(") || name == "api" { return false }
        return !(name.hasPrefix("v") && name.dropFirst().allSatisfy(\.isNumber))
    }

    func shorter(_ folder: Folder) -> String {
        let root = folder.root.isEmpty ? [] : [folder.root]
        return (root + folder.names.prefix(2)).joined(separator: "/")
    }
}
