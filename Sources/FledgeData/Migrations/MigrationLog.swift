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

    static func create(in database: Database) async throws {
        // In a transaction, so that two processes take turns under the write lock.
        try await database.transaction { tx in
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
    }

    static func entries(in database: Database) async throws -> [Entry] {
        try await database.query(
            "SELECT number, name, checksum, applied_at FROM fledge_migrations ORDER BY number",
            as: Entry.self)
    }

    static func add(_ migration: Migration, in database: Database) async throws {
        try await database.execute(
            """
            INSERT INTO fledge_migrations (number, name, checksum, applied_at)
            VALUES (\(migration.number), \(migration.name), \(migration.checksum), \(Date()))
            """)
    }
}
