// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The schema's history as plain SQL files, applied in order and once each.
///
///     // migrations/0001_create_users.sql, migrations/0002_create_orders.sql, …
///     try await Migrations(directory: "migrations").apply(to: database)
///
/// Each migration runs in a transaction of its own together with the note that it ran, in the
/// table `fledge_migrations`. So a failure leaves no half of it, and programs that start together
/// apply each one once: they take turns under a lock, and the later ones find the note.
///
/// A migration that was applied is history. Editing its file is an error on the next start; write
/// a new one instead.
///
/// | file | runs |
/// |---|---|
/// | `0001_create_users.sql` | on every database |
/// | `0001_create_users.postgres.sql` | instead of it on PostgreSQL (`sqlite` likewise) |
/// | `0001_create_users.down.sql` | to undo it, see ``revert(_:on:)`` |
/// | `0001_create_users.postgres.down.sql` | to undo it on PostgreSQL |
///
/// ``status(of:)`` tells what was applied, ``dryRun(on:)`` tries the rest and keeps nothing.
public struct Migrations: Sendable {
    /// All migrations, in order, numbered from 1 without a gap.
    public let all: [Migration]

    /// Makes the history of texts by file name, for tests and for migrations that stand in code.
    ///
    ///     try Migrations(files: ["0001_create_users.sql": "CREATE TABLE users (…)"])
    ///
    /// - Throws: ``MigrationError`` with code `.invalidFiles` naming everything that is wrong with
    ///   names and texts at once.
    public init(files: [String: String]) throws {
        try self.init(files: files.mapValues { .success($0) })
    }

    /// - Parameter files: What was read of each file, or why it could not be.
    /// - Throws: ``MigrationError``, as the initialiser above.
    init(files: [String: Result<String, MigrationError>]) throws {
        var byName: [String: Migration] = [:]
        var problems: [String] = []
        for (fileName, text) in files.sorted(by: { $0.key < $1.key }) {
            do {
                let file = try MigrationFile(name: fileName, sql: text.get())
                byName[file.name, default: Migration(file)].add(file)
            } catch let error as MigrationError {
                problems += error.problems
            }
        }
        let sorted = byName.values.sorted { ($0.number, $0.name) < ($1.number, $1.name) }
        // What is wrong among the good files is shown along with the bad ones.
        problems += Self.problems(in: sorted)
        guard problems.isEmpty else { throw MigrationError(.invalidFiles, problems) }
        self.all = sorted
    }
}
