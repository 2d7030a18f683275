// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// One migration, and whether a database has it.
public struct MigrationStatus: Sendable, Hashable {
    /// How files and database stand to each other.
    public enum State: String, Sendable {
        /// Applied as the file says.
        case applied
        /// Not applied yet.
        case pending
        /// Applied, and the file has another text or name now.
        case changed
        /// Applied, and there is no file: mostly by a newer version of the program.
        case missing
    }

    /// Its place in the order, from 1.
    public let number: Int
    /// The name, such as `0001_create_users`.
    public let name: String
    /// How files and database stand to each other.
    public let state: State
    /// When it was applied.
    public let appliedAt: Date?
    /// Whether a `.down.sql` file says how to undo it here.
    public let isReversible: Bool
}

extension Migrations {
    /// Tells of each migration whether a database has it, in order.
    ///
    /// Changes nothing: a database without a log has none.
    ///
    /// - Throws: ``DatabaseError`` if the database cannot be used.
    public func status(of database: Database) async throws -> [MigrationStatus] {
        let entries = try await MigrationLog.entriesIfAny(in: database)
        let applied = MigrationLog.byNumber(entries)
        let dialect = database.dialect
        let here = all.map { migration in
            let entry = applied[migration.number]
            let difference = entry?.difference(from: migration, dialect)
            return MigrationStatus(
                number: migration.number, name: migration.name,
                state: entry == nil ? .pending : difference == nil ? .applied : .changed,
                appliedAt: entry.flatMap { Timestamp.parse($0.appliedAt) },
                isReversible: migration.sql(.down, for: dialect) != nil)
        }
        let known = Set(all.map(\.number))
        let missing = entries.filter { !known.contains($0.number) }.map { entry in
            MigrationStatus(
                number: entry.number, name: entry.name, state: .missing,
                appliedAt: Timestamp.parse(entry.appliedAt), isReversible: false)
        }
        return (here + missing).sorted { $0.number < $1.number }
    }
}
