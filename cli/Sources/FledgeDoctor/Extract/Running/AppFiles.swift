// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Changes files of the app, and puts them back.
struct AppFiles: Sendable {
    var folder: String

    /// - Throws: ``Refusal`` when a file cannot be written.
    func write(_ text: String, to path: String) throws(Refusal) {
        let file = "\(folder)/\(path)"
        let parent = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        do {
            try FileManager.default.createDirectory(
                atPath: parent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: file))
        } catch {
            throw Refusal(
                "cannot-write", "It cannot be written: \(error)", at: path,
                remedy: "Look at the permissions of the file and of its folder.")
        }
    }

    /// Puts files back as they were, and takes away those that are new.
    func restore(_ changes: [FileChange]) throws(Refusal) {
        for change in changes {
            if let old = change.old {
                try write(old, to: change.path)
            } else {
                remove(change.path)
            }
        }
    }

    /// Removes a file, and the folders that it leaves empty.
    private func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(path)")
        var parts = path.split(separator: "/").dropLast()
        while !parts.isEmpty {
            let parent = "\(folder)/\(parts.joined(separator: "/"))"
            let left = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? ["?"]
            guard left.isEmpty, rmdir(parent) == 0 else { return }
            parts.removeLast()
        }
    }
}

/// Interruptions (Ctrl-C) end what we run, and leave us to put the files back.
enum Interruptions {
    static func survive() {
        // A handler and not SIG_IGN: a program that is started does not inherit it.
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number) { _ in } }
    }
}
