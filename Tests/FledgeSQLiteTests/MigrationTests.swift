// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import FledgeSQLite
import Foundation
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
        try Migrations(files: Dictionary(uniqueKeysWithValues: files))
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

    @Test func `what is only tried leaves nothing, and says what would run`() async throws {
        let database = try await Database.inMemory()
        try await migrations(users).apply(to: database)
        #expect(try await migrations(users, names).dryRun(on: database).map(\.number) == [2])
        #expect(
            await databaseError { _ = try await database.query("SELECT name FROM users") } != nil)
        #expect(try await migrations(users, names).apply(to: database).map(\.number) == [2])

        let bad = ("0003_bad.sql", "SELEKT 1;")
        let error = try await #require(throws: MigrationError.self) {
            try await migrations(users, names, bad).dryRun(on: database)
        }
        #expect(error.problems[0].hasPrefix("0003_bad.sql: near \"SELEKT\""))
    }

    @Test func `an empty database stays empty when it is asked or tried`() async throws {
        let database = try await Database.inMemory()
        let all = try migrations(users, names)
        #expect(try await all.status(of: database).map(\.state) == [.pending, .pending])
        #expect(try await all.dryRun(on: database).count == 2)
        let tables = try await database.one("SELECT count(*) FROM sqlite_schema", as: Int.self)
        #expect(tables == 0)
    }

    @Test func `the status tells what is applied, pending, changed and missing`() async throws {
        let database = try await Database.inMemory()
        let down = ("0002_names.down.sql", "ALTER TABLE users DROP COLUMN name;")
        let third = ("0003_gone.sql", "CREATE TABLE gone (id INTEGER);")
        try await migrations(users, names, third).apply(to: database)
        let before = Date().addingTimeInterval(-60)
        let status = try await migrations(
            (users.0, users.1 + " "), names, down
        ).status(of: database)
        #expect(status.map(\.number) == [1, 2, 3])
        #expect(status.map(\.state) == [.changed, .applied, .missing])
        #expect(status.map(\.isReversible) == [false, true, false])
        #expect(status.allSatisfy { $0.appliedAt.map { $0 > before } ?? false })
        let more = try await migrations(
            users, names, third, ("0004_new.sql", "SELECT 1")
        ).status(of: database)
        #expect(more.map(\.state) == [.applied, .applied, .applied, .pending])
        #expect(more.last?.appliedAt == nil)
    }

    @Test func `some are applied, and the last ones undone, newest first`() async throws {
        let database = try await Database.inMemory()
        let all = try migrations(
            users, names, ("0001_users.down.sql", "DROP TABLE users;"),
            ("0002_names.down.sql", "ALTER TABLE users DROP COLUMN name;"))
        #expect(try await all.apply(to: database, through: 1).map(\.number) == [1])
        #expect(try await all.apply(to: database).map(\.number) == [2])
        #expect(try await all.revert(on: database).map(\.number) == [2])
        #expect(
            await databaseError { _ = try await database.query("SELECT name FROM users") } != nil)
        #expect(try await all.apply(to: database).map(\.number) == [2])
        #expect(try await all.revert(9, on: database).map(\.number) == [2, 1])
        #expect(try await all.status(of: database).allSatisfy { $0.state == .pending })
    }

    @Test func `what nothing can undo is told before anything is undone`() async throws {
        let database = try await Database.inMemory()
        let down = ("0002_names.down.sql", "ALTER TABLE users DROP COLUMN name;")
        try await migrations(users, names, down).apply(to: database)
        let error = try await #require(throws: MigrationError.self) {
            try await migrations(users, names, down).revert(2, on: database)
        }
        #expect(error.code == .irreversible)
        #expect(error.problems.count == 1)
        #expect(error.problems[0].hasPrefix("0001_users.sql: nothing says how to undo it."))
        #expect(error.description.hasPrefix("The migrations were not undone:"))
        let older = try await #require(throws: MigrationError.self) {
            try await migrations(users).revert(on: database)
        }
        #expect(older.problems[0].hasPrefix("0002_names.sql: was applied at "))
        #expect(try await database.query("SELECT name FROM users", as: String.self) == ["Ada"])
    }

    @Test func `a migration without a file for this database is refused before anything runs`()
        async throws
    {
        let database = try await Database.inMemory()
        let other = ("0002_other.postgres.sql", "CREATE TABLE other (id INTEGER);")
        let error = try await #require(throws: MigrationError.self) {
            try await migrations(users, other).apply(to: database)
        }
        #expect(
            error.problems == [
                "0002_other: there is no file for this database. Add 0002_other.sqlite.sql, or "
                    + "0002_other.sql for all."
            ])
        let tables = try await database.one("SELECT count(*) FROM sqlite_schema", as: Int.self)
        #expect(tables == 0)
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
