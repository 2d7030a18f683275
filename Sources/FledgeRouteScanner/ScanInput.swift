// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Everything a scan reads: a pure value, so that a test needs no disk.
package struct ScanInput: Sendable {
    /// The absolute path of the package.
    ///
    /// Messages name files relative to it.
    package var packageDirectory: String
    /// The absolute path of the folder whose subfolders are the routes.
    package var folder: String
    /// The name of the module the generated file becomes part of.
    package var target: String
    /// The modules of the package, the target among them.
    package var modules: [Module]
    /// Whether the target does not depend on Fledge: it has no routes, only imports to check.
    package var isLayer: Bool

    /// What to scan for `target`, whose routes are in `folder`.
    package init(
        packageDirectory: String, folder: String, target: String, modules: [Module],
        isLayer: Bool = false
    ) {
        self.packageDirectory = packageDirectory
        self.folder = folder
        self.target = target
        self.modules = modules
        self.isLayer = isLayer
    }

    /// One module of the package.
    package struct Module: Sendable {
        /// The name to import it by.
        package var name: String
        /// Whether it is a program.
        package var isExecutable: Bool
        /// The modules it declares as dependencies, and may import.
        package var dependencies: [String]
        /// The modules it reaches through dependencies of dependencies, those too.
        package var reachable: [String]
        /// Whether its imports are checked.
        ///
        /// False for Fledge's own modules and for tests.
        package var isChecked: Bool
        /// Its Swift files, in any order.
        package var files: [SourceFile]

        /// A module of the package.
        package init(
            name: String, isExecutable: Bool = false, dependencies: [String] = [],
            reachable: [String] = [], isChecked: Bool = true, files: [SourceFile]
        ) {
            self.name = name
            self.isExecutable = isExecutable
            self.dependencies = dependencies
            self.reachable = reachable
            self.isChecked = isChecked
            self.files = files
        }
    }

    /// `path` as the user writes it in a shell at the root of the package.
    func displayPath(_ path: String) -> String {
        path.hasPrefix(packageDirectory + "/")
            ? String(path.dropFirst(packageDirectory.count + 1)) : path
    }

    /// A place for the middle of a message, such as `app/UsersRoute.swift:3`.
    func displayPlace(_ file: SourceFile, _ position: Position) -> String {
        "\(displayPath(file.path)):\(position.line)"
    }
}
