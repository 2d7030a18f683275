// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Paths as texts.
enum Paths {
    /// Where the command was called.
    static var current: String { FileManager.default.currentDirectoryPath }

    /// A path that does not depend on where we are, without `.`, `..` and a `/` at the end.
    static func absolute(_ path: String, from base: String = current) -> String {
        var parts: [Substring] = []
        let whole = path.hasPrefix("/") ? path : base + "/" + path
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// A path as it reads best where the command was called.
    static func display(_ path: String, from base: String = current) -> String {
        path == base ? "." : below(path, base) ?? path
    }

    /// What remains of a path below a folder; nil when it is not below it.
    static func below(_ path: String, _ folder: String) -> String? {
        guard folder != "/" else { return String(path.dropFirst()) }
        return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : nil
    }

    static func name(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        #if canImport(FoundationEssentials)
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
        #else
        var value = ObjCBool(false)
        isFolder = FileManager.default.fileExists(atPath: path, isDirectory: &value)
        return isFolder && value.boolValue
        #endif
    }

    /// The text of a file; nil when it cannot be read.
    static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
