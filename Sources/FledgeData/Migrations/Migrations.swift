// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The schema's history as plain SQL files, applied in order and once each.
///
///     // migrations/0001_create_users.sql, migrations/0002_create_orders.sql, …
///     try await Migrations(directory: "migrations").apply(to: database)
///
/// Each migration runs in a transaction of its own together with the note that it ran, in the
/// table `fledge_migrations`. So a failure leaves no half of it, and processes that start together
/// apply each one once: the second waits, and then finds the note.
///
/// A migration that was applied is history. Editing its file is an error on the next start; write
/// a new one instead.
public struct Migrations: Sendable {
    /// All migrations, in order, numbered from 1 without a gap.
    public let all: [Migration]

    /// Makes the history of a list, for tests and for migrations that stand in code.
    ///
    /// - Throws: ``MigrationError`` with code `.invalidFiles` naming every gap and duplicate.
    public init(_ migrations: [Migration]) throws {
        let sorted = migrations.sorted { ($0.number, $0.name) < ($1.number, $1.name) }
        let problems = Self.problems(in: sorted)
        guard problems.isEmpty else { throw MigrationError(.invalidFiles, problems) }
        self.all = sorted
    }

    /// Applies what is missing, in order.
    ///
    /// Migrations in the database that are newer than all of ours are left alone: while a new
    /// version is rolled out, instances of the old one still restart.
    ///
    /// - Returns: The migrations this call applied; empty if the database was up to date.
    /// - Throws: ``MigrationError`` with code `.changed` before anything is applied, or `.failed`
    ///   at the migration that failed; those before it stay. ``DatabaseError`` if the database
    ///   cannot be used at all.
    @discardableResult
    public func apply(to database: Database) async throws -> [Migration] {
        try await database.driver.withMigrationLock {
            try await MigrationLog.create(in: database)
            try check(against: await MigrationLog.entries(in: database))
            var applied: [Migration] = []
            for migration in all where try await apply(migration, to: database) {
                applied.append(migration)
            }
            return applied
        }
    }

    /// Applies one migration unless the log has it.
    ///
    /// The log is read inside the transaction, under the write lock, so that two processes cannot
    /// both find it missing.
    private func apply(_ migration: Migration, to database: Database) async throws -> Bool {
        do {
            return try await database.transaction { tx in
                let entries = try await MigrationLog.entries(in: tx)
                try check(against: entries)
                guard !entries.contains(where: { $0.number == migration.number }) else {
                    return false
                }
                try await tx.runScript(migration.sql)
                try await MigrationLog.add(migration, in: tx)
                return true
            }
        } catch let error as DatabaseError {
            let statement = error.sql.map { " In: \($0)" } ?? ""
            throw MigrationError(
                .failed, ["\(migration.name).sql: \(error.message)\(statement)"], cause: error)
        }
    }
}
