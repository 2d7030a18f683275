// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The routes of an app and the paths at which they answer.
struct RouteTable: Sendable {
    struct Entry: Sendable {
        var function: FunctionUnit
        var file: FileIndex
        var verb: String
        /// As a reader writes it: `/users/:id`.
        var path: String
        /// The segments; `:` stands for one of any text, `*` for any number of them.
        var segments: [String]
        /// Whether the start of the path is known, or only its end.
        var isWhole: Bool
    }

    var entries: [Entry] = []

    init(_ index: AppIndex) {
        var mounts: [String: [String]] = [:]
        for file in index.files where !file.isTest {
            for mount in file.mounts { mounts[mount.type, default: []].append(mount.path) }
        }
        for (file, function) in index.functions where function.isHandler {
            let verb = function.verb ?? "GET"
            for (path, isWhole) in Self.paths(function, file, mounts) {
                entries.append(
                    Entry(
                        function: function, file: file, verb: verb, path: Self.readable(path),
                        segments: Self.segments(path), isWhole: isWhole))
            }
        }
    }

    private static func paths(
        _ function: FunctionUnit, _ file: FileIndex, _ mounts: [String: [String]]
    ) -> [(String, Bool)] {
        if function.kind == .closure || function.owner == nil {
            return [(function.pathText ?? "", false)]
        }
        let isRoute = function.ownerUnit.map { file.types[$0].isRoute } ?? false
        if let owner = function.owner, let known = mounts[owner] {
            return known.map { ($0 + (function.pathText ?? ""), false) }
        }
        if isRoute || function.pathText == nil {
            let folder = folderPath(file)
            return [(folder + (function.pathText ?? ""), true)]
        }
        // A controller below app/ that nobody mounts is mounted by its folder.
        return [(folderPath(file) + (function.pathText ?? ""), false)]
    }

    /// The path of a folder below `app/`: groups `(x)` are left out, `[id]` is any segment.
    static func folderPath(_ file: FileIndex) -> String {
        file.source.folders.filter { !$0.hasPrefix("(") && !$0.hasPrefix("_") }
            .map { "/" + $0 }.joined()
    }

    /// `/users/:id` of `/users/[id]`.
    private static func readable(_ path: String) -> String {
        let text = path.replacing("[[...", with: "*").replacing("[...", with: "*")
            .replacing("[", with: ":").replacing("]", with: "")
        return text.isEmpty ? "/" : text
    }

    static func segments(_ path: String) -> [String] {
        path.split(separator: "/").map { segment in
            if segment.hasPrefix("*") || segment.hasPrefix("[...") || segment.hasPrefix("[[...") {
                return "*"
            }
            return segment.contains(":") || segment.contains("[") ? ":" : String(segment)
        }
    }
}
