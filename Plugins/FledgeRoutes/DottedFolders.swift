// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import PackagePlugin

/// Finds Swift files in folders whose names begin with a dot.
///
/// SwiftPM passes over them without a word: `.well-known/` would build, and answer 404.
struct DottedFolders {
    let folder: URL
    let root: URL

    /// Reports each such folder once, and says whether there was one.
    func report() -> Bool {
        let folders = Set(swiftFiles.compactMap(dottedFolder(of:))).sorted()
        for folder in folders {
            let name = folder.split(separator: "/").last ?? ""
            Diagnostics.error(
                "Folder '\(folder)': SwiftPM does not build what is in a folder whose name begins "
                    + "with a dot. Put the route into the folder above it and the path on its "
                    + "method: @GET(\"/\(name)/…\").")
        }
        return !folders.isEmpty
    }

    /// The Swift files below the folder, as paths relative to it.
    private var swiftFiles: [String] {
        let files = FileManager.default.enumerator(atPath: folder.path)
        var found: [String] = []
        while let file = files?.nextObject() as? String {
            let name = file.split(separator: "/").last ?? ""
            if Self.foreign.contains(String(name)) { files?.skipDescendants() }
            if name.hasSuffix(".swift") { found.append(file) }
        }
        return found
    }

    /// What tools keep beside the sources.
    private static let foreign: Set<String> = [".build", ".git", ".swiftpm"]

    /// The first dotted folder that `file` is in, as a path below the package.
    private func dottedFolder(of file: String) -> String? {
        let parts = file.split(separator: "/").dropLast()
        guard let place = parts.firstIndex(where: { $0.hasPrefix(".") }) else { return nil }
        let path = folder.trimmedPath + "/" + parts[...place].joined(separator: "/")
        let prefix = root.trimmedPath + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }
}
