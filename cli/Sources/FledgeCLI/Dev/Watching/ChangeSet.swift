// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What has been saved since somebody looked.
struct ChangeSet: Sendable {
    /// What a saved file means for the running app.
    enum Kind: Sendable, Hashable {
        /// The package is another one: everything is looked at again.
        case manifest
        /// Code, and what is built with it.
        case source
        /// Read when the app starts: environment files and migrations.
        case settings
        /// Read for each request: pages look again.
        case page
    }

    private(set) var files: [String: Kind] = [:]
    /// When the first of them was saved.
    private(set) var since = ContinuousClock.now

    var isEmpty: Bool { files.isEmpty }

    var kinds: Set<Kind> { Set(files.values) }

    mutating func add(_ file: String, _ kind: Kind) {
        if files.isEmpty { since = .now }
        files[file] = kind
    }

    mutating func merge(_ other: ChangeSet) {
        guard !other.isEmpty else { return }
        if isEmpty || other.since < since { since = other.since }
        files.merge(other.files) { $1 }
    }
}

/// Which files matter to a running app, and what for.
struct WatchedFiles: Sendable {
    /// The folder with `Package.swift`.
    let root: String
    /// Where the app runs.
    let directory: String

    private static let sourceEndings = [
        ".swift", ".c", ".h", ".m", ".mm", ".cc", ".cpp", ".hpp", ".modulemap",
    ]
    private static let ignoredFolders: Set = ["node_modules", "DerivedData", "Tests"]

    /// Folders that hold no file that matters: what tools keep, and the tests.
    func ignoresFolder(_ name: String) -> Bool {
        name.hasPrefix(".") || Self.ignoredFolders.contains(name)
    }

    /// What a file is for, by its absolute path; nil when it does not matter.
    func kind(of path: String) -> ChangeSet.Kind? {
        let name = Paths.name(path)
        // The swap and backup files of editors.
        guard !name.hasSuffix("~"), !name.hasSuffix(".swp"), !name.hasPrefix(".#"),
            !name.hasPrefix("#")
        else { return nil }
        if let rest = Paths.below(path, directory) {
            if !rest.contains("/"), name == ".env" || name.hasPrefix(".env.") { return .settings }
            if rest.hasPrefix("public/") { return .page }
        }
        guard !name.hasPrefix(".") else { return nil }
        if name.hasSuffix(".sql") { return .settings }
        guard let rest = Paths.below(path, root) else { return nil }
        if rest == "Package.swift" || rest == "Package.resolved" { return .manifest }
        if Self.sourceEndings.contains(where: name.hasSuffix) { return .source }
        return rest.hasPrefix("app/") || rest.hasPrefix("Sources/") ? .source : nil
    }

    /// The folders to watch, with all below them.
    var roots: [String] {
        directory == root || Paths.below(directory, root) != nil ? [root] : [root, directory]
    }
}
