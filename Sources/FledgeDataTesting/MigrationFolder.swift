// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Finds the folder of the migrations, and reads each once.
enum MigrationFolder {
    private static let known = Mutex<[String: Migrations]>([:])

    static func read(_ folder: String, from file: String) throws -> Migrations {
        let path = try find(folder, from: file)
        return try known.withLock { known in
            if let migrations = known[path] { return migrations }
            let migrations = try Migrations(directory: path)
            known[path] = migrations
            return migrations
        }
    }

    /// The folder of this name that is next on the way from a file up to the root.
    static func find(_ folder: String, from file: String) throws(SandboxError) -> String {
        if folder.hasPrefix("/") { return folder }
        var place = URL(filePath: file).deletingLastPathComponent().standardized
        while place.path != "/", !place.path.isEmpty {
            let candidate = place.appending(path: folder).path
            if isFolder(candidate) { return candidate }
            place.deleteLastPathComponent()
        }
        throw SandboxError(
            """
            There is no folder '\(folder)' beside \(file), nor in a folder above it. Write the path \
            of the migrations from a folder that holds both.
            """)
    }

    private static func isFolder(_ path: String) -> Bool {
        var isDirectory = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            && isDirectory
    }
}
