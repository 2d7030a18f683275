// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

/// A path of a URL as names of folders and of a file, each decoded once and safe to give to the
/// system one after the other.
struct StaticPath: Equatable {
    let segments: [String]
    /// Whether the path ended in a slash, or is the root.
    let isFolder: Bool

    init(segments: [String], isFolder: Bool) {
        self.segments = segments
        self.isFolder = isFolder
    }

    /// Nil for a path that cannot be the one of a file that may be sent.
    ///
    /// It is split before it is decoded, so that `%2F` is never a separator, and what decoding
    /// brings to light is checked afterwards: `%2e%2e` is refused, `%252e` is a name with a percent
    /// sign in it.
    init?(_ path: String) {
        var pieces = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard pieces.count >= 2, pieces.removeFirst().isEmpty else { return nil }
        let isFolder = pieces.last?.isEmpty ?? false
        if isFolder { pieces.removeLast() }
        var segments: [String] = []
        for piece in pieces {
            guard let name = PercentCoding.decode(String(Substring(piece))),
                Self.isSafe(name, isFirst: segments.isEmpty)
            else { return nil }
            segments.append(name)
        }
        self.init(segments: segments, isFolder: isFolder)
    }

    /// The part of the path below a prefix, or nil if it is not below it.
    func below(_ prefix: [String]) -> StaticPath? {
        guard segments.starts(with: prefix) else { return nil }
        return StaticPath(segments: Array(segments.dropFirst(prefix.count)), isFolder: isFolder)
    }

    /// The file `name` in this folder.
    func appending(_ name: String) -> StaticPath {
        StaticPath(segments: segments + [name], isFolder: false)
    }

    /// The same path with an ending on its name, as precompressed files have it.
    func withEnding(_ ending: String) -> StaticPath {
        guard let last = segments.last else { return self }
        return StaticPath(segments: segments.dropLast() + [last + ending], isFolder: isFolder)
    }

    /// By bytes, since one file name can be several texts that Swift takes for equal.
    private static func isSafe(_ name: String, isFirst: Bool) -> Bool {
        guard let first = name.utf8.first, let last = name.utf8.last else { return false }
        let dot = UInt8(ascii: ".")
        // Dotfiles hold secrets (.env, .git), and "." and ".." are among them.
        if first == dot, !(isFirst && name == ".well-known") { return false }
        // Some file systems drop these and would open another name.
        if last == dot || last == UInt8(ascii: " ") { return false }
        return !name.utf8.contains { byte in
            byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
        }
    }
}
