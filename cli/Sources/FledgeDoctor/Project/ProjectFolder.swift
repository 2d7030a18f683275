// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A folder with an app in it: its modules and the texts of their files.
///
/// The modules come from `Package.swift` when it names some that exist, and from the usual folders
/// (`app/`, `Sources/*`, `Tests/*`) otherwise. Nothing is built or run.
struct ProjectFolder {
    let root: String
    let modules: [Module]
    /// Paths below the root, sorted.
    let files: [(path: String, module: Module)]

    /// - Throws: ``DoctorError`` when there is no such folder, or no Swift in it.
    init(_ root: String) throws(DoctorError) {
        self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
        guard FileManager.default.fileExists(atPath: root) else {
            throw DoctorError("There is no folder '\(root)'. Name the folder of an app.")
        }
        guard Self.isFolder(root + "/.") else {  // The dot follows a link.
            throw DoctorError(
                "'\(root)' is a file. Name the folder of an app, with Package.swift in it.")
        }
        let paths = try Self.swiftFiles(self.root)
        let modules = Self.modules(self.root, paths)
        // A module inside another one's folder: the longest path wins.
        let byDepth = modules.sorted { $0.path.count > $1.path.count }
        let files = paths.compactMap { path -> (path: String, module: Module)? in
            byDepth.first { $0.holds(path) }.map { (path, $0) }
        }
        self.files = files
        self.modules = modules.filter { module in files.contains { $0.module == module } }
        guard !files.isEmpty else {
            throw DoctorError(
                "There is no Swift below '\(root)'. An app has its sources in app/ or in Sources/.")
        }
    }

    /// What to call it: the folder's own name.
    var name: String {
        let last = root.split(separator: "/").last.map(String.init) ?? root
        guard last == "." || last == ".." else { return last }
        let path = URL(filePath: root).standardizedFileURL.path
        return path.split(separator: "/").last.map(String.init) ?? last
    }

    /// - Throws: ``DoctorError`` when a file cannot be read.
    func text(_ path: String) throws(DoctorError) -> String {
        guard let data = FileManager.default.contents(atPath: "\(root)/\(path)") else {
            throw DoctorError("'\(root)/\(path)' cannot be read. Look at its permissions.")
        }
        return String(decoding: data, as: UTF8.self)
    }

    private static func modules(_ root: String, _ paths: [String]) -> [Module] {
        if let manifest = FileManager.default.contents(atPath: "\(root)/Package.swift") {
            let declared = Manifest(String(decoding: manifest, as: UTF8.self)).modules
            let found = declared.filter { module in paths.contains(where: module.holds) }
            if !found.isEmpty { return found }
        }
        let usual = usualModules(paths)
        return usual.isEmpty ? [Module(name: "app", kind: .executable, path: "")] : usual
    }

    static func usualModules(_ paths: [String]) -> [Module] {
        var found: [Module] = []
        for path in paths {
            let parts = path.split(separator: "/").map(String.init)
            let module: Module? =
                switch parts.first {
                case "app" where parts.count > 1:
                    Module(name: "app", kind: .executable, path: "app")
                case "Sources" where parts.count > 2:
                    Module(name: parts[1], kind: .library, path: "Sources/\(parts[1])")
                case "Sources" where parts.count > 1:
                    Module(name: "Sources", kind: .executable, path: "Sources")
                case "Tests" where parts.count > 2:
                    Module(name: parts[1], kind: .test, path: "Tests/\(parts[1])")
                case "Tests" where parts.count > 1:
                    Module(name: "Tests", kind: .test, path: "Tests")
                default: nil
                }
            if let module, !found.contains(module) { found.append(module) }
        }
        return found
    }

    private static func swiftFiles(_ root: String) throws(DoctorError) -> [String] {
        var found: [String] = []
        var waiting = [""]
        while let folder = waiting.popLast() {
            let path = folder.isEmpty ? root : "\(root)/\(folder)"
            let names: [String]
            do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
                throw DoctorError("The folder '\(path)' cannot be read. Look at its permissions.")
            }
            for name in names where !name.hasPrefix(".") && !skipped.contains(name) {
                let child = folder.isEmpty ? name : "\(folder)/\(name)"
                if name.hasSuffix(".swift") {
                    if child != "Package.swift" { found.append(child) }
                } else if isFolder("\(root)/\(child)") {
                    waiting.append(child)
                }
            }
        }
        return found.sorted()
    }

    private static let skipped: Set<String> = [
        "node_modules", "Package@swift", "Packages", "DerivedData",
    ]

    /// Links are not followed: they could lead in a circle.
    private static func isFolder(_ path: String) -> Bool {
        let type =
            try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        return type == .typeDirectory
    }
}
