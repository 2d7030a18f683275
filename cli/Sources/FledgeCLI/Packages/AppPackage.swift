// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The package of an app: where it is, and which of its programs is meant.
struct AppPackage: Hashable, Sendable {
    /// The folder with `Package.swift`.
    let root: String
    /// Where the app runs: the folder the command was called in.
    let directory: String
    /// The name of the package.
    let name: String
    /// The executable product.
    let product: String

    /// Finds the package of the folder we are in, or of one above it.
    ///
    /// - Parameters:
    ///   - directory: The folder.
    ///   - product: The executable product; may be nil when it is clear which one is meant.
    /// - Returns: The package, with the program that is meant.
    /// - Throws: ``CommandError`` when there is no package, it is broken, or has no such program.
    static func find(from directory: String, product: String? = nil) async throws -> AppPackage {
        let root = try root(above: directory)
        let manifest = try await Manifest.read(root)
        let chosen = try manifest.program(named: product, from: directory, root: root)
        return AppPackage(root: root, directory: directory, name: manifest.name, product: chosen)
    }

    private static func root(above directory: String) throws -> String {
        var folder = directory
        while true {
            if Paths.exists(folder + "/Package.swift") { return folder }
            guard folder != "/" else {
                throw CommandError(
                    "There is no Package.swift in \(directory), nor above it.",
                    remedy: "Go into the folder of an app, or make one: fledge new hello")
            }
            folder = Paths.absolute(folder + "/..")
        }
    }
}
