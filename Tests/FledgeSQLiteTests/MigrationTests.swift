// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import FledgeSQLite
import Testing

@Suite struct MigrationTests {
    private let users = ("0001_users.sql", "CREATE TABLE users (id INTEGER PRIMARY KEY);")
    private let names = (
        "0002_names.sql",
        """
        -- two statements; and a semicolon in a comment
        ALTER TABLE users ADD COLUMN name TEXT DEFAULT ';';
        INSERT INTO users (name) VALUES ('Ada');
        """
    )

    private func migrations(_ files: (String, String)...) throws -> Migrations {
        try Migrations(files.map { try Migration(fileName: $0.0, sql: $0.1) })
    }

    /// With the default options, which a request's patience is for.
    @Test func `programs that start together apply each migration once`() async throws {
        try await withDatabaseFile { path in
            let all = try migrations(users, names)
            let applied = try await withThrowingTaskGroup(of: [Migration].self) { group in
                for _ in 0..<6 {
                    // A database of its own each, as separate processes have.
                    group.addTask { try await all.apply(to: Database.sqlite(path: path)) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.map(\.number).sorted() == [1, 2])
            let database = try await Database.sqlite(path: path)
            #expect(try await database.one("SELECT count(*) FROM users", as: Int.self) == 1)
        }
    }
}
