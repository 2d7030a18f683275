// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Why migrations were not applied or undone.
///
/// Nothing that it speaks of has changed the database.
public struct MigrationError: Error, Sendable, CustomStringConvertible {
    /// The kind of failure.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind: String { case invalidFiles, changed, failed, irreversible }
        private let kind: Kind

        /// The code's name, from a bounded set.
        public var description: String { kind.rawValue }

        /// The set of files is wrong: names, gaps, duplicates, unreadable files.
        public static let invalidFiles = Code(kind: .invalidFiles)
        /// A migration that was applied before is not the same any more.
        public static let changed = Code(kind: .changed)
        /// The SQL of a migration failed and was rolled back.
        public static let failed = Code(kind: .failed)
        /// Nothing here says how to undo a migration.
        public static let irreversible = Code(kind: .irreversible)
    }

    /// The kind of failure.
    public let code: Code

    /// Everything that is wrong, one entry each, with the file's name and the remedy.
    public let problems: [String]

    /// The database's error, for `.failed`.
    public let cause: (any Error)?

    init(_ code: Code, _ problems: [String], cause: (any Error)? = nil) {
        self.code = code
        self.problems = problems
        self.cause = cause
    }

    /// The problems as a list.
    public var description: String {
        "The migrations were not \(code == .irreversible ? "undone" : "applied"):\n"
            + problems.map { "  \($0)" }.joined(separator: "\n")
    }
}
