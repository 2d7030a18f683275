// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import FledgeSQLite
import Testing

@Suite struct QueryTests {
    @Test(arguments: [
        "'; DROP TABLE notes; --", "\" OR \"\"=\"", "\\", "%_", "a\0b", "", "\u{FEFF}é👩‍🚀\u{202E}",
        "?1 $1 :name @x", "1; SELECT 1", "-- comment", "/* */", "\r\n\t",
    ])
    func `hostile text is stored and returned unchanged`(text: String) async throws {
        try await withEachDatabase { database in
            try await database.execute("CREATE TABLE notes (body TEXT NOT NULL)")
            try await database.execute("INSERT INTO notes (body) VALUES (\(text))")
            let back = try await database.one(
                "SELECT body FROM notes WHERE body = \(text)", as: String.self)
            #expect(Array(back.utf8) == Array(text.utf8))
        }
    }

    @Test func `every kind of value survives, empty and extreme ones too`() async throws {
        let values: [DatabaseValue] = [
            .null, .integer(.min), .integer(.max), .real(-0.5), .text(""), .blob([]),
            .blob([0, 255]),
        ]
        try await withEachDatabase { database in
            for value in values {
                let row = try await database.first("SELECT \(value) AS v")
                #expect(try row?.get("v", as: DatabaseValue.self) == value)
            }
        }
    }

    @Test func `an execute tells its changes and the key of an insert, and nothing stale`()
        async throws
    {
        try await withEachDatabase { database in
            let create = try await database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, n INT)")
            #expect(create == ExecuteResult(changes: 0, lastInsertedID: nil))
            let insert = try await database.execute("INSERT INTO t (n) VALUES (1), (2), (3)")
            #expect(insert == ExecuteResult(changes: 3, lastInsertedID: 3))
            let update = try await database.execute("UPDATE t SET n = 0 WHERE n > 1")
            #expect(update == ExecuteResult(changes: 2, lastInsertedID: nil))
            let index = try await database.execute("CREATE INDEX i ON t (n)")
            #expect(index.changes == 0)
        }
    }

    @Test func `a query that writes goes to the writer, however it is written`() async throws {
        try await withEachDatabase { database in
            try await database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, n INT)")
            let plain = try await database.query(
                "INSERT INTO t (n) VALUES (1), (2) RETURNING id", as: Int.self)
            #expect(plain == [1, 2])
            let first = try await database.first(
                "INSERT INTO t (n) VALUES (3), (4) RETURNING id", as: Int.self)
            #expect(first == 3)
            let common = try await database.query(
                "/* c */ WITH v AS (SELECT 9 AS n) INSERT INTO t (n) SELECT n FROM v RETURNING id",
                as: Int.self)
            #expect(common == [5])
            #expect(try await database.one("SELECT count(*) FROM t", as: Int.self) == 5)
        }
    }

    @Test func `a schema change is seen by statements prepared before it`() async throws {
        try await withEachDatabase { database in
            try await database.execute("CREATE TABLE t (a INT)")
            try await database.execute("INSERT INTO t (a) VALUES (1)")
            #expect(try await database.first("SELECT * FROM t")?.columnNames == ["a"])
            try await database.execute("ALTER TABLE t ADD COLUMN b INT DEFAULT 2")
            #expect(try await database.first("SELECT * FROM t")?.columnNames == ["a", "b"])
        }
    }

    @Test func `a list matches its members, and an empty one nothing`() async throws {
        let database = try await Database.inMemory()
        try await database.execute("CREATE TABLE t (n INT)")
        try await database.execute("INSERT INTO t VALUES (1), (2), (3)")
        #expect(
            try await database.query("SELECT n FROM t WHERE n IN (\([1, 3]))", as: Int.self)
                == [1, 3])
        // Longer than what is kept prepared, several times.
        for _ in 0..<3 {
            let many = try await database.query(
                "SELECT n FROM t WHERE n IN (\(Array(2...500)))", as: Int.self)
            #expect(many == [2, 3])
        }
        let none: [Int] = []
        #expect(try await database.query("SELECT n FROM t WHERE n IN (\(none))").isEmpty)
        #expect(try await database.query("SELECT n FROM t WHERE n NOT IN (\(none))").count == 3)
    }

    @Test func `each in-memory database is its own, and the path :memory: opens one`() async throws
    {
        let one = try await Database.inMemory()
        let two = try await Database.sqlite(path: ":memory:")
        try await one.execute("CREATE TABLE t (n INT)")
        #expect(await databaseError { _ = try await two.query("SELECT * FROM t") }?.code == .syntax)
    }

    @Test func `a file is durable, enforces foreign keys and is in WAL mode`() async throws {
        try await withDatabaseFile { path in
            let database = try await Database.sqlite(path: path)
            func pragma(_ sql: SQL) async throws -> DatabaseValue? {
                try await database.first(sql)?.get("v")
            }
            #expect(try await pragma("SELECT synchronous AS v FROM pragma_synchronous") != nil)
            #expect(try await database.one("PRAGMA journal_mode", as: String.self) == "wal")
            #expect(try await database.one("PRAGMA synchronous", as: Int.self) == 2)
            #expect(try await database.one("PRAGMA foreign_keys", as: Int.self) == 1)
        }
    }

    @Test func `a cancelled query is interrupted in the database`() async throws {
        try await withEachDatabase { database in
            let query = Task {
                try await database.query(
                    """
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                    SELECT count(*) FROM n
                    """)
            }
            // The query never ends by itself, so its end is the proof.
            query.cancel()
            await #expect(throws: CancellationError.self) { try await query.value }
            let alive = try await database.one("SELECT 1", as: Int.self)
            #expect(alive == 1)
        }
    }
}
