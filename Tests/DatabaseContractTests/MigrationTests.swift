// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import DatabaseTesting
import FledgeData
import Testing

@Suite struct MigrationTests {
    private let users = ("0001_users.sql", "CREATE TABLE users (id BIGINT PRIMARY KEY);")
    private let names = (
        "0002_names.sql",
        """
        -- two statements; and a semicolon in a comment
        ALTER TABLE users ADD COLUMN name TEXT DEFAULT ';';
        INSERT INTO users (id, name) VALUES (1, 'Ada');
        """
    )

    private func migrations(_ files: (String, String)...) throws -> Migrations {
        try Migrations(files: Dictionary(uniqueKeysWithValues: files))
    }

    @Test(arguments: Backend.available)
    func `migrations run once, in order, and later ones when they come`(
        on backend: Backend
    ) async throws {
        try await backend.withDatabase { database in
            let first = try await migrations(users).apply(to: database)
            #expect(first.map(\.number) == [1])
            #expect(try await migrations(names, users).apply(to: database).map(\.number) == [2])
            #expect(try await migrations(users, names).apply(to: database).isEmpty)
            #expect(try await database.query("SELECT name FROM users", as: String.self) == ["Ada"])
        }
    }

    @Test(arguments: Backend.available)
    func `a changed file and a taken number are told together, before anything runs`(
        on backend: Backend
    ) async throws {
        try await backend.withDatabase { database in
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
                error.problems[1].hasPrefix(
                    "0002_coupons.sql: number 2 was applied as 0002_names.sql"))
            #expect(
                await databaseError { _ = try await database.query("SELECT * FROM new") } != nil)
        }
    }

    @Test(arguments: Backend.available)
    func `an older program leaves newer migrations alone`(on backend: Backend) async throws {
        try await backend.withDatabase { database in
            try await migrations(users, names).apply(to: database)
            #expect(try await migrations(users).apply(to: database).isEmpty)
        }
    }

    @Test(arguments: Backend.available)
    func `a failing migration leaves nothing of itself, and those before it stay`(
        on backend: Backend
    ) async throws {
        try await backend.withDatabase { database in
            let bad = ("0002_bad.sql", "CREATE TABLE half (id INTEGER); SELEKT 1;")
            let error = try await #require(throws: MigrationError.self) {
                try await migrations(users, bad).apply(to: database)
            }
            #expect(error.code == .failed)
            #expect(error.problems[0].hasPrefix("0002_bad.sql: "))
            #expect(error.problems[0].contains("\"SELEKT\""))
            #expect(
                await databaseError { _ = try await database.query("SELECT * FROM half") } != nil)
            #expect(try await migrations(users, names).apply(to: database).map(\.number) == [2])
        }
    }

    @Test(arguments: Backend.available, ["COMMIT;", "ROLLBACK;", "BEGIN;", "COMMIT; BEGIN;"])
    func `a migration that handles its own transaction fails`(
        on backend: Backend, sql: String
    ) async throws {
        try await backend.withDatabase { database in
            let error = try await #require(throws: MigrationError.self) {
                try await migrations(("0001_x.sql", sql)).apply(to: database)
            }
            #expect(error.code == .failed)
            #expect(try await migrations(users).apply(to: database).count == 1)
        }
    }

    @Test(arguments: Backend.shared)
    func `programs that start together apply each migration once`(
        on backend: Backend
    ) async throws {
        try await backend.withAddress { open in
            let all = try migrations(users, names)
            let applied = try await withThrowingTaskGroup(of: [Migration].self) { group in
                for _ in 0..<6 {
                    // A database of its own each, as separate processes have.
                    group.addTask { try await all.apply(to: open()) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.map(\.number).sorted() == [1, 2])
            let database = try await open()
            #expect(try await database.one("SELECT count(*) FROM users", as: Int.self) == 1)
            try await database.close()
        }
    }

    @Test(arguments: Backend.available)
    func `what is tried leaves nothing, and what is undone can be done again`(
        on backend: Backend
    ) async throws {
        try await backend.withDatabase { database in
            let down = (
                "0002_names.down.sql", "ALTER TABLE users DROP COLUMN name; DELETE FROM users;"
            )
            let all = try migrations(
                users, names, down, ("0001_users.down.sql", "DROP TABLE users;"))
            #expect(try await all.status(of: database).map(\.state) == [.pending, .pending])
            #expect(try await all.dryRun(on: database).map(\.number) == [1, 2])
            #expect(try await all.status(of: database).map(\.state) == [.pending, .pending])
            #expect(try await all.apply(to: database).map(\.number) == [1, 2])
            #expect(try await all.status(of: database).map(\.state) == [.applied, .applied])
            #expect(try await all.revert(on: database).map(\.number) == [2])
            #expect(try await all.status(of: database).map(\.state) == [.applied, .pending])
            #expect(try await all.apply(to: database).map(\.number) == [2])
            #expect(try await all.revert(2, on: database).map(\.number) == [2, 1])
        }
    }

    @Test(arguments: Backend.available)
    func `each database takes the files that are for it`(on backend: Backend) async throws {
        try await backend.withDatabase { database in
            let all = try migrations(
                ("0001_kind.sqlite.sql", "CREATE TABLE kind AS SELECT 'sqlite' AS name;"),
                ("0001_kind.postgres.sql", "CREATE TABLE kind AS SELECT 'postgres' AS name;"))
            try await all.apply(to: database)
            let kind = try await database.one("SELECT name FROM kind", as: String.self)
            #expect(kind == (backend == .postgres ? "postgres" : "sqlite"))
        }
    }
}
