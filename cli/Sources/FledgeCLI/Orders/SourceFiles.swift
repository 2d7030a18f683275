// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The Swift files of a package, by name: an app knows its files as `Module/File.swift` only, so that
/// no path of the machine that built it is in the program.
struct SourceFiles {
    private var paths: [String: [String]] = [:]

    /// Lists the files below a folder, without what is hidden (and so what was built).
    init(_ root: String) {
        list(root, below: "", depth: 0)
    }

    private mutating func list(_ root: String, below folder: String, depth: Int) {
        // A link may lead back up.
        guard depth < 32 else { return }
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []
        for name in names where !name.hasPrefix(".") && name != "node_modules" {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            if name.hasSuffix(".swift") {
                paths[name, default: []].append(path)
            } else if Paths.isFolder("\(root)/\(path)") {
                list(root, below: path, depth: depth + 1)
            }
        }
    }

    /// All paths.
    var all: [String] { paths.values.flatMap { $0 } }

    /// The path in the package; nil when there is no such file, as for one of a dependency.
    func path(of fileID: String) -> String? {
        let module = String(fileID.prefix { $0 != "/" })
        let found = paths[Paths.name(fileID)] ?? []
        // Of several the one of a folder with the module's name, else the nearest.
        let named = found.filter { $0.split(separator: "/").contains { $0 == module } }
        return (named.isEmpty ? found : named).min { ($0.count, $0) < ($1.count, $1) }
    }
}
