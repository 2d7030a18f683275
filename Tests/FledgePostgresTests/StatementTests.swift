// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import DatabaseTesting
import FledgeData
import Testing

@testable import FledgePostgres

@Suite(.requiresPostgres) struct StatementTests {
    private func prepared(_ database: Database) async throws -> Int {
        try await database.one("SELECT count(*) FROM pg_prepared_statements", as: Int.self)
    }

    @Test func `a statement is prepared once, and the one not used for longest is dropped`()
        async throws
    {
        let options = PostgresOptions(maxConnections: 1, statementCacheSize: 4)
        try await PostgresServer.started().withDatabase(options) { database in
            for round in 0..<3 {
                #expect(
                    try await database.one("SELECT \(round)::bigint + 0", as: Int.self) == round)
                #expect(
                    try await database.one("SELECT \(round)::bigint + 1", as: Int.self) == round + 1
                )
            }
            #expect(try await prepared(database) == 3)
            for extra in ["a", "b", "c", "d", "e"] {
                // Kept, since a name is quoted text of the program's own.
                let row = try await database.first("SELECT 1 AS \(identifier: extra)")
                #expect(row?.columnNames == [extra])
                #expect(try await prepared(database) <= 4)
            }
            #expect(try await prepared(database) == 4)
        }
    }

    @Test func `nothing is kept of texts without number, or with a cache of none`() async throws {
        let options = PostgresOptions(maxConnections: 1, statementCacheSize: 0)
        try await PostgresServer.started().withDatabase(options) { database in
            for n in 0..<3 {
                #expect(try await database.one("SELECT \(n)::bigint", as: Int.self) == n)
                let inside = try await database.transaction { tx in
                    try await tx.one("SELECT \(n)::bigint", as: Int.self)
                }
                #expect(inside == n)
            }
            #expect(try await prepared(database) == 0)
        }
        try await PostgresServer.started().withDatabase(
            PostgresOptions(maxConnections: 1)
        ) { database in
            for n in 0..<20 {
                _ = try await database.query("SELECT \(unsafeRaw: String(n))")
            }
            #expect(try await prepared(database) == 1)
        }
    }

    @Test func `a statement that the server has dropped is prepared anew`() async throws {
        let options = PostgresOptions(maxConnections: 1)
        try await PostgresServer.started().withDatabase(options) { database in
            for _ in 0..<2 {
                #expect(try await database.one("SELECT 1", as: Int.self) == 1)
                try await database.execute("DEALLOCATE ALL")
            }
        }
    }

    @Test func `a column that changes its type is seen, in a transaction after one retry`()
        async throws
    {
        let options = PostgresOptions(maxConnections: 2)
        try await PostgresServer.started().withDatabase(options) { database in
            try await database.execute("CREATE TABLE t (v INT)")
            try await database.execute("INSERT INTO t VALUES (1)")
            let value = 1
            let read: SQL = "SELECT v FROM t WHERE v = \(value)"
            #expect(try await database.first(read)?.get("v") == DatabaseValue.integer(1))
            try await database.execute("ALTER TABLE t ALTER COLUMN v TYPE TEXT")
            #expect(
                try await database.first("SELECT v FROM t WHERE v = \("1")")?.get("v")
                    == DatabaseValue.text("1"))
            var tries = 0
            let all: SQL = "SELECT * FROM t"
            _ = try await database.query(all)
            try await database.execute("ALTER TABLE t ALTER COLUMN v TYPE INT USING v::int")
            let inside = try await database.transaction { tx in
                tries += 1
                return try await tx.first(all)?.get("v", as: DatabaseValue.self)
            }
            #expect(inside == .integer(1))
            #expect(tries <= 2)
        }
    }

    @Test func `a transaction begins with its first statement, in one round trip`() async throws {
        let options = PostgresOptions(maxConnections: 1)
        try await PostgresServer.started().withDatabase(options) { database in
            let level = try await database.transaction(isolation: .repeatableRead) { tx in
                try await tx.one("SHOW transaction_isolation", as: String.self)
            }
            #expect(level == "repeatable read")
            // Nothing is sent for one without statements.
            try await database.transaction { _ in }
            try await database.transaction { tx in
                let process = try await tx.one("SELECT pg_backend_pid()", as: Int.self)
                let started = try await tx.one(
                    "SELECT now() = statement_timestamp()", as: Bool.self)
                #expect(process > 0)
                #expect(!started)
            }
        }
    }

    @Test func `a failed statement that was caught ends the transaction, which says so`()
        async throws
    {
        try await PostgresServer.started().withDatabase { database in
            try await database.execute("CREATE TABLE t (n BIGINT UNIQUE)")
            for goesOn in [true, false] {
                let error = await databaseError {
                    try await database.transaction { tx in
                        try await tx.execute("INSERT INTO t VALUES (1)")
                        _ = try? await tx.execute("INSERT INTO t VALUES (1)")
                        if goesOn { try await tx.execute("INSERT INTO t VALUES (2)") }
                    }
                }
                #expect(error?.code == .transactionAborted)
                #expect(error?.message.contains("tx.transaction") == true)
                #expect(try await database.one("SELECT count(*) FROM t", as: Int.self) == 0)
            }
        }
    }

    @Test func `a deadlock is broken, and both transactions succeed`() async throws {
        try await PostgresServer.started().withDatabase { database in
            try await database.execute("CREATE TABLE t (id BIGINT PRIMARY KEY, n BIGINT)")
            try await database.execute("INSERT INTO t VALUES (1, 0), (2, 0)")
            let (one, two) = (Signal(), Signal())
            @Sendable func transfer(_ first: Int, _ second: Int, _ mine: Signal, _ other: Signal)
                async throws
            {
                try await database.transaction { tx in
                    try await tx.execute("UPDATE t SET n = n + 1 WHERE id = \(first)")
                    await mine.send()
                    await other.wait()
                    try await tx.execute("UPDATE t SET n = n + 1 WHERE id = \(second)")
                }
            }
            async let left: Void = transfer(1, 2, one, two)
            async let right: Void = transfer(2, 1, two, one)
            _ = try await (left, right)
            #expect(try await database.query("SELECT n FROM t", as: Int.self) == [2, 2])
        }
    }

    @Test func `a wrong word is told with its place, in a stream too`() async throws {
        try await PostgresServer.started().withDatabase { database in
            let query = await databaseError { _ = try await database.query("SELECT nothing") }
            #expect(query?.message == "column \"nothing\" does not exist (at character 8).")
            let stream = await databaseError {
                for try await _ in database.stream("SELECT nothing") {}
            }
            #expect(stream?.message == query?.message)
        }
    }

    @Test func `large values and results arrive whole`() async throws {
        try await PostgresServer.started().withDatabase { database in
            let text = String(repeating: "é'\\", count: 2_000_000)
            let back = try await database.one("SELECT \(text) AS t", as: String.self)
            #expect(back == text)
            let rows = try await database.query(
                "SELECT n FROM generate_series(1::bigint, 100000) AS n", as: Int.self)
            #expect(rows.count == 100_000)
            #expect(rows.last == 100_000)
        }
    }

    @Test(arguments: [
        ("Key (email, shop)=(a@b, 1) already exists.", ["email", "shop"]),
        ("Schlüssel »(\"odd \"\"name\", b)=(1, 2)« existiert bereits.", ["odd \"name", "b"]),
        ("Key (lower(email))=(a) already exists.", []), ("", []), ("(", []), (")=(", []),
    ])
    func `the columns of a key are read, and not its values`(detail: String, columns: [String]) {
        #expect(PostgresErrors.keyColumns(detail) == columns)
    }
}
#endif
