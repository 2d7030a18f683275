// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import DatabaseTesting
import FledgeData
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct QueryTests {
    /// No NUL: PostgreSQL's text cannot hold it, and its own tests say what happens.
    static let hostile = [
        "'; DROP TABLE notes; --", "\" OR \"\"=\"", "\\", "\\'; --", "%_", "", "$1 ?1 :name @x",
        "\u{FEFF}é👩‍🚀\u{202E}", "1; SELECT 1", "-- comment", "/* */", "\r\n\t", "$$x$$", "E'\\x41'",
        "{\"a\",NULL}", "\\x00", "NULL",
    ]

    @Test(arguments: Backend.available)
    func `hostile text is stored and returned unchanged`(on backend: Backend) async throws {
        try await backend.withDatabase { database in
            try await database.execute("CREATE TABLE notes (body TEXT NOT NULL)")
            for text in Self.hostile {
                try await database.execute("INSERT INTO notes (body) VALUES (\(text))")
                let back = try await database.one(
                    "SELECT body FROM notes WHERE body = \(text)", as: String.self)
                #expect(Array(back.utf8) == Array(text.utf8))
            }
            #expect(
                try await database.query("SELECT body FROM notes", as: String.self) == Self.hostile)
        }
    }

    private struct Thing: Codable, Equatable {
        enum Kind: String, Codable { case big, small }
        var id: Int
        var active: Bool
        var ratio: Double
        var name: String
        var note: String?
        var kind: Kind
        var createdAt: Date
        var key: UUID
        var price: Decimal
        var bytes: Data
        var tags: [String]
        var details: SQLJSON<[String: Int]>
    }

    @Test(arguments: Backend.available)
    func `the same Swift type is written and read on every database`(
        on backend: Backend
    ) async throws {
        let thing = Thing(
            id: .max, active: true, ratio: 0.1, name: "é", note: nil, kind: .small,
            createdAt: Date(timeIntervalSince1970: 1_700_000_000.25), key: UUID(),
            price: try #require(Decimal(string: "12.50")), bytes: Data([0, 255]),
            tags: ["", "a,b", "\"\\"], details: SQLJSON(["a": 1]))
        let (real, number, bytes, tags) =
            backend == .postgres
            ? ("float8", "numeric", "bytea", "text[]") : ("REAL", "TEXT", "BLOB", "TEXT")
        try await backend.withDatabase { database in
            try await database.execute(
                """
                CREATE TABLE things (
                    id BIGINT, active BOOLEAN, ratio \(unsafeRaw: real), name TEXT, note TEXT,
                    kind TEXT, created_at \(unsafeRaw: backend == .postgres ? "timestamptz" : "TEXT"),
                    key \(unsafeRaw: backend == .postgres ? "uuid" : "TEXT"),
                    price \(unsafeRaw: number), bytes \(unsafeRaw: bytes), tags \(unsafeRaw: tags),
                    details \(unsafeRaw: backend == .postgres ? "jsonb" : "TEXT")
                )
                """)
            try await database.execute(
                """
                INSERT INTO things VALUES (
                    \(thing.id), \(thing.active), \(thing.ratio), \(thing.name), \(thing.note),
                    \(thing.kind), \(thing.createdAt), \(thing.key), \(thing.price),
                    \(thing.bytes), \(array: thing.tags), \(thing.details)
                )
                """)
            #expect(try await database.one("SELECT * FROM things", as: Thing.self) == thing)
        }
    }

    @Test(arguments: Backend.available)
    func `an execute tells its changes, and RETURNING gives rows back`(
        on backend: Backend
    ) async throws {
        try await backend.withDatabase { database in
            #expect(try await database.execute("CREATE TABLE t (n BIGINT)").changes == 0)
            #expect(try await database.execute("INSERT INTO t VALUES (1), (2), (3)").changes == 3)
            #expect(try await database.execute("UPDATE t SET n = 0 WHERE n > 1").changes == 2)
            #expect(try await database.execute("SELECT * FROM t").changes == 0)
            let first = try await database.first(
                "INSERT INTO t VALUES (4), (5) RETURNING n", as: Int.self)
            #expect(first == 4)
            let common = try await database.query(
                "WITH v AS (SELECT 9 AS n) INSERT INTO t SELECT n FROM v RETURNING n", as: Int.self)
            #expect(common == [9])
            #expect(try await database.execute("DELETE FROM t").changes == 6)
            #expect(try await database.first("SELECT n FROM t", as: Int.self) == nil)
            let none = await databaseError {
                _ = try await database.one("SELECT n FROM t", as: Int.self)
            }
            #expect(none?.code == .noRow)
        }
    }

    @Test(arguments: Backend.available)
    func `a list matches its members, and an empty one nothing`(
        on backend: Backend
    ) async throws {
        try await backend.withDatabase { database in
            try await database.execute("CREATE TABLE t (n BIGINT)")
            try await database.execute("INSERT INTO t VALUES (1), (2), (3)")
            let some = try await database.query(
                "SELECT n FROM t WHERE n IN (\([1, 3])) ORDER BY n", as: Int.self)
            #expect(some == [1, 3])
            for _ in 0..<3 {
                let many = try await database.query(
                    "SELECT n FROM t WHERE n IN (\(Array(2...500))) ORDER BY n", as: Int.self)
                #expect(many == [2, 3])
            }
            let none: [Int] = []
            #expect(try await database.query("SELECT n FROM t WHERE n IN (\(none))").isEmpty)
            #expect(try await database.query("SELECT n FROM t WHERE n NOT IN (\(none))").count == 3)
        }
    }

    @Test(arguments: Backend.available)
    func `a schema change is seen by statements prepared before it`(
        on backend: Backend
    ) async throws {
        try await backend.withDatabase(isSingle: true) { database in
            try await database.execute("CREATE TABLE t (a BIGINT)")
            try await database.execute("INSERT INTO t (a) VALUES (1)")
            #expect(try await database.first("SELECT * FROM t")?.columnNames == ["a"])
            try await database.execute("ALTER TABLE t ADD COLUMN b INT DEFAULT 2")
            #expect(try await database.first("SELECT * FROM t")?.columnNames == ["a", "b"])
            try await database.transaction { tx in
                let row = try await tx.first("SELECT * FROM t")
                #expect(row?.columnNames == ["a", "b"])
            }
            try await database.execute("ALTER TABLE t RENAME COLUMN b TO c")
            try await database.transaction { tx in
                let row = try await tx.first("SELECT * FROM t")
                #expect(row?.columnNames == ["a", "c"])
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a cancelled query is ended in the database`(on backend: Backend) async throws {
        try await backend.withDatabase(isSingle: true) { database in
            let query = Task { try await database.query(backend.endless) }
            while database.metrics.inUse == 0, backend == .postgres { await Task.yield() }
            // The query never ends by itself, so its end is the proof.
            query.cancel()
            await #expect(throws: CancellationError.self) { try await query.value }
            try await database.ping()
        }
    }

    @Test(arguments: Backend.available)
    func `a closed database throws and does not trap`(on backend: Backend) async throws {
        try await backend.withDatabase { database in
            try await database.close()
            try await database.close()
            for call in [
                { _ = try await database.query("SELECT 1") },
                { try await database.transaction { _ in } },
                { for try await _ in database.stream("SELECT 1") {} },
            ] as [() async throws -> Void] {
                #expect(await databaseError(call)?.code == .connection)
            }
        }
    }
}
