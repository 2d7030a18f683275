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

    @Test func `migrations wait for another process longer than a request does`() async throws {
        try await withDatabaseFile { path in
            let options = SQLiteOptions(busyTimeout: .milliseconds(10))
            let one = try await Database.sqlite(path: path, options: options)
            let two = try await Database.sqlite(path: path, options: options)
            let all = try migrations(users, names)
            let migrating = try await one.transaction { _ in
                let migrating = Task.detached { try await all.apply(to: two) }
                let three = try await Database.sqlite(path: path, options: options)
                // Each of these waits for as long as a request does.
                for _ in 0..<10 {
                    let error = await databaseError {
                        try await three.execute("CREATE TABLE t (n)")
                    }
                    #expect(error?.code == .busy)
                }
                return migrating
            }
            #expect(try await migrating.value.map(\.number) == [1, 2])
        }
    }
}
