// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import FledgeSQLite
import Testing

@Suite struct ErrorTests {
    private func shop() async throws -> Database {
        let database = try await Database.inMemory()
        try await database.execute(
            """
            CREATE TABLE users (
                id INTEGER PRIMARY KEY,
                email TEXT NOT NULL,
                shop INTEGER NOT NULL DEFAULT 1,
                age INTEGER CONSTRAINT adult CHECK (age >= 18),
                UNIQUE (email, shop)
            ) STRICT
            """)
        try await database.execute(
            "CREATE UNIQUE INDEX one_admin ON users (age = 99) WHERE age = 99")
        try await database.execute(
            "CREATE TABLE orders (user_id INTEGER NOT NULL REFERENCES users (id))")
        try await database.execute("INSERT INTO users (id, email) VALUES (1, 'ada@example.com')")
        return database
    }

    private typealias Constraint = DatabaseError.Constraint

    private struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let sql: SQL
        let code: DatabaseError.Code
        var constraint: DatabaseError.Constraint?
        var testDescription: String { name }
    }

    private static let cases: [Case] = [
        Case(
            name: "unique columns",
            sql: "INSERT INTO users (email) VALUES ('ada@example.com')", code: .uniqueViolation,
            constraint: .init(table: "users", columns: ["email", "shop"])),
        Case(
            name: "unique expression",
            sql: "INSERT INTO users (email, age) VALUES ('b', 99), ('c', 99)",
            code: .uniqueViolation, constraint: .init(name: "one_admin")),
        Case(
            name: "primary key", sql: "INSERT INTO users (id, email) VALUES (1, 'b')",
            code: .uniqueViolation, constraint: .init(table: "users", columns: ["id"])),
        Case(
            name: "not null", sql: "INSERT INTO users (email) VALUES (NULL)",
            code: .notNullViolation, constraint: .init(table: "users", columns: ["email"])),
        Case(
            name: "check", sql: "INSERT INTO users (email, age) VALUES ('b', 17)",
            code: .checkViolation, constraint: .init(name: "adult")),
        Case(
            name: "foreign key", sql: "INSERT INTO orders (user_id) VALUES (99)",
            code: .foreignKeyViolation, constraint: .init()),
        Case(
            name: "type", sql: "INSERT INTO users (email, age) VALUES ('b', 'old')",
            code: .typeMismatch),
        Case(name: "grammar", sql: "SELEKT 1", code: .syntax),
        Case(name: "unknown table", sql: "SELECT * FROM nowhere", code: .syntax),
        Case(name: "two statements", sql: "SELECT 1; SELECT 2", code: .syntax),
        Case(name: "nothing", sql: "", code: .syntax),
        Case(name: "own placeholder", sql: "SELECT ?", code: .syntax),
        Case(name: "BEGIN as a statement", sql: "BEGIN", code: .misuse),
    ]

    @Test(arguments: cases)
    private func `a failure has its code and constraint`(row: Case) async throws {
        let database = try await shop()
        for asQuery in [false, true] {
            let error = await databaseError {
                if asQuery {
                    _ = try await database.query(row.sql)
                } else {
                    try await database.execute(row.sql)
                }
            }
            #expect(error?.code == row.code)
            if let constraint = row.constraint { #expect(error?.constraint == constraint) }
        }
        // The connection is as good as before.
        #expect(try await database.one("SELECT count(*) FROM users", as: Int.self) == 1)
    }

    @Test func `an error shows SQL and place, and no value`() async throws {
        let database = try await shop()
        let email = "ada@example.com"
        let error = await databaseError {
            try await database.execute("INSERT INTO users (email) VALUES (\(email))")
        }
        let text = try #require(error?.description)
        #expect(text.contains("in SQL: INSERT INTO users (email) VALUES (?)"))
        #expect(text.contains("at FledgeSQLiteTests/ErrorTests.swift:"))
        #expect(!text.contains(email))
    }

    @Test func `a file that is no database says so`() async throws {
        let error = await databaseError {
            _ = try await Database.sqlite(path: "/dev/null/x/y.sqlite")
        }
        #expect(error?.code == .connection)
        let folder = await databaseError { _ = try await Database.sqlite(path: "/") }
        #expect(folder?.code == .connection)
    }

    @Test func `a closed database throws and does not trap`() async throws {
        try await withEachDatabase { database in
            try await database.close()
            #expect(
                await databaseError { _ = try await database.query("SELECT 1") }?.code
                    == .connection)
            #expect(
                await databaseError { try await database.execute("CREATE TABLE t (n)") }?.code
                    == .connection)
            #expect(
                await databaseError { try await database.transaction { _ in } }?.code
                    == .connection)
        }
    }

    @Test func `a lock held by another process is busy after the timeout`() async throws {
        try await withDatabaseFile { path in
            let options = SQLiteOptions(busyTimeout: .milliseconds(20))
            let one = try await Database.sqlite(path: path, options: options)
            let two = try await Database.sqlite(path: path, options: options)
            try await one.transaction { _ in
                let error = await databaseError { try await two.execute("CREATE TABLE t (n)") }
                #expect(error?.code == .busy)
                let begin = await databaseError { try await two.transaction { _ in } }
                #expect(begin?.code == .busy)
            }
            try await two.execute("CREATE TABLE t (n)")
        }
    }

    @Test func `a wait for another process ends when its task is cancelled`() async throws {
        try await withDatabaseFile { path in
            // So long that the test would not end.
            let options = SQLiteOptions(busyTimeout: .seconds(86_400))
            let one = try await Database.sqlite(path: path, options: options)
            let two = try await Database.sqlite(path: path, options: options)
            try await one.transaction { tx in
                try await tx.execute("CREATE TABLE t (n)")
                let waiter = Task.detached { try await two.execute("CREATE TABLE u (n)") }
                let begin = Task.detached { try await two.transaction { _ in } }
                waiter.cancel()
                begin.cancel()
                await #expect(throws: CancellationError.self) { try await waiter.value }
                await #expect(throws: CancellationError.self) { try await begin.value }
            }
            try await two.execute("CREATE TABLE u (n)")
        }
    }
}
