// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The folders from `app/` down to a file, and the path they stand for.
struct FolderPath: Sendable, Equatable {
    /// The names as they are on disk.
    var components: [String]
    /// What they mean, one for one.
    var names: [FolderName]

    /// Reads folder names, the outermost first.
    ///
    /// - Throws: ``FolderPathError`` for the first folder that is wrong, or wrong where it stands.
    init(_ components: [String]) throws(FolderPathError) {
        self.components = components
        names = []
        for (depth, component) in components.enumerated() {
            let folder = components[...depth].joined(separator: "/")
            do {
                names.append(try FolderName(parsing: component))
            } catch {
                throw FolderPathError(folder: folder, message: error.message)
            }
        }
        try check()
    }

    /// Whether some folder on the way starts with `_`.
    static func isHidden(_ components: [String]) -> Bool {
        components.contains { $0.hasPrefix("_") }
    }

    /// `/api/users/:id`; `/` for `app/` itself.
    var pattern: String { "/" + names.compactMap(\.pattern).joined(separator: "/") }

    /// Whether nothing can come after it.
    var endsInCatchAll: Bool {
        guard case .catchAll = names.last(where: { $0 != .group }) else { return false }
        return true
    }

    private func check() throws(FolderPathError) {
        var seen: Set<String> = []
        for (depth, name) in names.enumerated() {
            let folder = components[...depth].joined(separator: "/")
            if let parameter = name.parameterName, !seen.insert(parameter).inserted {
                throw FolderPathError(
                    folder: folder,
                    message: "the path already has a parameter '\(parameter)': "
                        + "give this one another name")
            }
            if case .catchAll = name, names[(depth + 1)...].contains(where: { $0 != .group }) {
                throw FolderPathError(
                    folder: folder,
                    message: "a catch-all takes the rest of the path, so no folder can follow it: "
                        + "use '[\(name.parameterName ?? "name")]' for one segment")
            }
        }
    }
}

/// A folder that stands for no path.
struct FolderPathError: Error, Equatable {
    /// Relative to `app/`.
    var folder: String
    var message: String
}
