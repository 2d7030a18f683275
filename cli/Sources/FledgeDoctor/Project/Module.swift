// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A target of the app: a folder of sources that are compiled together.
package struct Module: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case executable, library, test, plugin
    }

    package var name: String
    package var kind: Kind
    /// Below the folder that is examined, `""` for that folder itself.
    package var path: String
    /// Targets and products, as the manifest names them.
    package var dependencies: [String] = []
    /// Folders and files below `path` that do not belong to it.
    package var exclude: [String] = []

    /// Whether a file is one of the module's.
    func holds(_ file: String) -> Bool {
        let prefix = path.isEmpty ? "" : path + "/"
        guard file.hasPrefix(prefix) else { return false }
        let inside = file.dropFirst(prefix.count)
        return !exclude.contains { inside == $0 || inside.hasPrefix($0 + "/") }
    }

    /// A file's path below the module's folder.
    func inside(_ file: String) -> String {
        path.isEmpty || !file.hasPrefix(path + "/") ? file : String(file.dropFirst(path.count + 1))
    }
}
