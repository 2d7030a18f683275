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

    @Test func `migrations run once, in order, and later ones when they come`() async throws {
        let database = try await Database.inMemory()
        #expect(try await migrations(users).apply(to: database).map(\.number) == [1])
        #expect(try await migrations(names, users).apply(to: database).map(\.number) == [2])
        #expect(try await migrations(users, names).apply(to: database).isEmpty)
        #expect(try await database.query("SELECT name FROM users", as: String.self) == ["Ada"])
    }

    @Test func `a changed file and a taken number are told together, before anything runs`()
        async throws
    {
        let database = try await Database.inMemory()
        try await migrations(users, names).apply(to: database)
        let edited = try migrations(
            (users.0, users.1 + " "), ("0002_coupons.sql", "CREATE TABLE coupons (id INTEGER)"),
            ("0003_new.sql", "CREATE TABLE new (id INTEGER)"))
        let error = try await #require(throws: MigrationError.self) {
            try await edited.apply(to: database)
        }
        #expect(error.code == .changed)
        #expect(error.problems.count == 2)
        #expect(error.problems[0].hasPrefix("0001_users.sql: changed after it was applied at "))
        #expect(
            error.problems[1].hasPrefix("0002_coupons.sql: number 2 was applied as 0002_names.sql"))
        #expect(await databaseError { _ = try await database.query("SELECT * FROM new") } != nil)
    }

    @Test func `a failing migration leaves nothing of itself, and those before it stay`()
        async throws
    {
        let database = try await Database.inMemory()
        let bad = ("0002_bad.sql", "CREATE TABLE half (id INTEGER); SELEKT 1;")
        let error = try await #require(throws: MigrationError.self) {
            try await migrations(users, bad).apply(to: database)
        }
        #expect(error.code == .failed)
        #expect(error.problems[0].hasPrefix("0002_bad.sql: near \"SELEKT\""))
        #expect(await databaseError { _ = try await database.query("SELECT * FROM half") } != nil)
        #expect(try await migrations(users, names).apply(to: database).map(\.number) == [2])
    }

    @Test(arguments: ["COMMIT;", "ROLLBACK;", "BEGIN;"])
    func `a migration that handles its own transaction fails`(sql: String) async throws {
        let database = try await Database.inMemory()
        let error = try await #require(throws: MigrationError.self) {
            try await migrations(("0001_x.sql", sql)).apply(to: database)
        }
        #expect(error.code == .failed)
        #expect(try await migrations(users).apply(to: database).count == 1)
    }

    @Test func `an older program leaves newer migrations alone`() async throws {
        let database = try await Database.inMemory()
        try await migrations(users, names).apply(to: database)
        #expect(try await migrations(users).apply(to: database).isEmpty)
    }

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
}
