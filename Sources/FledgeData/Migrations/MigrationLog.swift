// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The table that remembers which migrations ran.
enum MigrationLog {
    struct Entry: Decodable, Sendable {
        let number: Int
        let name: String
        let checksum: String
        /// As text: it is only ever shown.
        let appliedAt: String
    }

    static func create(in tx: Database) async throws {
        try await tx.execute(
            """
            CREATE TABLE IF NOT EXISTS fledge_migrations (
                number BIGINT PRIMARY KEY,
                name TEXT NOT NULL,
                checksum TEXT NOT NULL,
                applied_at TEXT NOT NULL
            )
            """)
    }

    static func entries(in database: Database) async throws -> [Entry] {
        try await database.query(
            "SELECT number, name, checksum, applied_at FROM fledge_migrations ORDER BY number",
            as: Entry.self)
    }

    /// The entries of a database that may have no log, which is not made.
    static func entriesIfAny(in database: Database) async throws -> [Entry] {
        do { return try await entries(in: database) } catch let error as DatabaseError {
            guard error.code == .syntax else { throw error }
            return []
        }
    }

    static func byNumber(_ entries: [Entry]) -> [Int: Entry] {
        Dictionary(entries.map { ($0.number, $0) }) { first, _ in first }
    }

    static func add(_ migration: Migration, in tx: Database) async throws {
        try await tx.execute(
            """
            INSERT INTO fledge_migrations (number, name, checksum, applied_at)
            VALUES (
                \(migration.number), \(migration.name), \(migration.checksum(for: tx.dialect)),
                \(Timestamp.format(Date()))
            )
            """)
    }

    static func remove(_ migration: Migration, in tx: Database) async throws {
        try await tx.execute("DELETE FROM fledge_migrations WHERE number = \(migration.number)")
    }
}
