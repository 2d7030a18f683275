// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation

/// A folder for one test, removed with the last reference.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        // Without links on the way: a watcher tells paths as they really are.
        let base = URL(filePath: NSTemporaryDirectory()).resolvingSymlinksInPath().path
        path = (base.hasSuffix("/") ? base : base + "/") + "fledge-cli-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, with the folders on its way.
    func write(_ name: String, _ text: String = "") throws {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + name)
    }
}
