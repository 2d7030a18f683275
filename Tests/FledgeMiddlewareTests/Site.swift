// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation

/// A folder of its own for one test, removed with the value.
///
/// `site/` is what is served; `secret.txt` lies beside it and must never come out.
final class Site: Sendable {
    let base: URL
    var root: URL { base.appending(path: "site") }
    var path: String { root.path }

    init() throws {
        base = FileManager.default.temporaryDirectory.appending(path: "fledge-\(UUID())")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try Data("SECRET".utf8).write(to: base.appending(path: "secret.txt"))
    }

    deinit {
        try? FileManager.default.removeItem(at: base)
    }

    func write(
        _ text: String, to name: String, modified: Date = Date(timeIntervalSince1970: 784_111_777)
    ) throws {
        let file = root.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes(
            [.modificationDate: modified], ofItemAtPath: file.path)
    }

    func link(_ name: String, to target: String) throws {
        let link = root.appending(path: name)
        try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: target)
    }
}
