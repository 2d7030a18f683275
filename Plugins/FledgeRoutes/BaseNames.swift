// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import PackagePlugin

/// Finds files of a target that share a name, whatever folders they are in.
///
/// Swift refuses them, and SwiftPM stops before the tool could run, so it is the plugin that says
/// what to do.
struct BaseNames {
    let target: SwiftSourceModuleTarget
    let root: URL

    /// Reports every clash, and says whether there was one.
    func reportDuplicates() -> Bool {
        let files = target.swiftFiles.sorted { $0.path < $1.path }
        var taken: [String: URL] = [:]
        var found = false
        for file in files {
            let name = file.lastPathComponent
            if name == "FileRoutes.swift" {
                report(file, "Fledge generates a file of this name", among: files)
                found = true
            } else if let other = taken[name] {
                // The one that is not named after its folder gives way.
                let (renamed, kept) = isNamedAfterFolder(file) ? (other, file) : (file, other)
                report(renamed, "\(display(kept)) has the same name", among: files)
                found = true
            } else {
                taken[name] = file
            }
        }
        return found
    }

    private func report(_ file: URL, _ reason: String, among files: [URL]) {
        let new = file.deletingLastPathComponent()
            .appending(path: freeName(for: file, among: files))
        Diagnostics.error(
            "\(display(file)): \(reason), and the files of a target need unlike names. Rename "
                + "this one: git mv \(quote(display(file))) \(quote(display(new)))",
            file: file.path, line: 1)
    }

    private func isNamedAfterFolder(_ file: URL) -> Bool {
        let prefix = folderPrefix(file)
        return !prefix.isEmpty && file.lastPathComponent.hasPrefix(prefix)
    }

    private func folderPrefix(_ file: URL) -> String {
        let folder = file.deletingLastPathComponent().lastPathComponent
        let words = folder.split { !($0.isLetter || $0.isNumber) }
        return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// `orders/Route.swift` becomes `OrdersRoute.swift`, after its folder.
    private func freeName(for file: URL, among files: [URL]) -> String {
        let prefix = folderPrefix(file)
        let base = file.deletingPathExtension().lastPathComponent
        let stem = prefix + base.prefix(1).uppercased() + base.dropFirst()
        let names = Set(files.map(\.lastPathComponent))
        var number = 2
        var name = "\(stem).swift"
        while names.contains(name) || name == "FileRoutes.swift" {
            name = "\(stem)\(number).swift"
            number += 1
        }
        return name
    }

    private func display(_ file: URL) -> String {
        file.path.hasPrefix(root.trimmedPath + "/")
            ? String(file.path.dropFirst(root.trimmedPath.count + 1)) : file.path
    }

    private func quote(_ path: String) -> String {
        let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-+".contains($0) }
        return isPlain ? path : "'\(path.replacingOccurrences(of: "'", with: "'\\''"))'"
    }
}
