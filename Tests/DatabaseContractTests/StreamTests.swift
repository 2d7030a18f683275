// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import DatabaseTesting
import FledgeData
import Testing

@Suite struct StreamTests {
    private struct Item: Decodable, Equatable { let n: Int }

    /// More than several batches, and not a whole number of them.
    private static let count = 1000

    private func withRows(
        _ backend: Backend, _ body: (Database) async throws -> Void
    ) async throws {
        try await backend.withDatabase(isSingle: true) { database in
            try await database.execute("CREATE TABLE t (n BIGINT)")
            try await database.execute(
                """
                WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < \(Self.count))
                INSERT INTO t SELECT n FROM r
                """)
            try await body(database)
        }
    }

    /// The only connection is free: a writer gets it at once.
    private func expectFree(_ database: Database) async throws {
        while database.metrics.inUse > 0 { await Task.yield() }
        try await database.execute("INSERT INTO t VALUES (0)")
    }

    @Test(arguments: Backend.available)
    func `all rows come, in order`(on backend: Backend) async throws {
        try await withRows(backend) { database in
            var seen: [Int] = []
            for try await item in database.stream("SELECT n FROM t ORDER BY n", as: Item.self) {
                seen.append(item.n)
            }
            #expect(seen == Array(1...Self.count))
            var rows = 0
            for try await row in database.stream("SELECT n FROM t WHERE n > \(256)") {
                rows += try row.get("n", as: Int.self) > 256 ? 1 : 0
            }
            #expect(rows == Self.count - 256)
            for try await _ in database.stream("SELECT n FROM t WHERE n < 0") { rows += 1 }
            #expect(rows == Self.count - 256)
            try await expectFree(database)
        }
    }

    @Test(arguments: Backend.available)
    func `leaving the loop early frees the connection`(on backend: Backend) async throws {
        try await withRows(backend) { database in
            for try await item in database.stream("SELECT n FROM t ORDER BY n", as: Item.self)
            where item.n == 300 {
                break
            }
            try await expectFree(database)
        }
    }

    @Test(arguments: Backend.available)
    func `cancellation ends a stream that waits, and frees the connection`(
        on backend: Backend
    ) async throws {
        try await withRows(backend) { database in
            guard backend != .sqliteInMemory else { return }
            let endless: SQL =
                backend == .postgres
                ? "SELECT pg_sleep(86400)"
                : "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                    + "SELECT i FROM n WHERE i < 0"
            let task = Task { for try await _ in database.stream(endless) {} }
            while backend == .postgres, database.metrics.inUse == 0 { await Task.yield() }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            try await expectFree(database)
        }
    }

    @Test(arguments: Backend.available)
    func `a wrong query and a row that does not fit throw, with the place`(
        on backend: Backend
    ) async throws {
        try await withRows(backend) { database in
            let syntax = await databaseError {
                for try await _ in database.stream("SELECT * FROM nowhere") {}
            }
            #expect(syntax?.code == .syntax)
            #expect(
                syntax?.description.contains("DatabaseContractTests/StreamTests.swift:") == true)
            let decoding = await databaseError {
                for try await _ in database.stream("SELECT n AS m FROM t", as: Item.self) {}
            }
            #expect(decoding?.code == .decoding)
            try await expectFree(database)
        }
    }

    @Test(arguments: Backend.available)
    func `a statement that writes is refused, and does nothing`(on backend: Backend) async throws {
        try await withRows(backend) { database in
            for sql in [
                "DELETE FROM t", "INSERT INTO t VALUES (0) RETURNING n",
            ] as [SQL] {
                let error = await databaseError { for try await _ in database.stream(sql) {} }
                #expect(error?.code == .misuse)
            }
            let common: SQL = "WITH v AS (SELECT 0 AS n) INSERT INTO t SELECT n FROM v RETURNING n"
            let error = await databaseError { for try await _ in database.stream(common) {} }
            #expect(error != nil)
            let rows = try await database.one("SELECT count(*) FROM t", as: Int.self)
            #expect(rows == Self.count)
            try await expectFree(database)
        }
    }

    @Test(arguments: Backend.available)
    func `inside a transaction a stream sees it, and others run in between`(
        on backend: Backend
    ) async throws {
        try await withRows(backend) { database in
            try await database.transaction { tx in
                try await tx.execute("INSERT INTO t VALUES (\(Self.count + 1))")
                var sum = 0
                for try await item in tx.stream("SELECT n FROM t ORDER BY n", as: Item.self) {
                    sum += item.n
                    if item.n % 100 == 0 { try await tx.execute("DELETE FROM t WHERE n < 0") }
                }
                #expect(sum == (Self.count + 1) * (Self.count + 2) / 2)
                for try await _ in tx.stream("SELECT n FROM t") { break }
                try await tx.execute("DELETE FROM t")
            }
            #expect(try await database.one("SELECT count(*) FROM t", as: Int.self) == 0)
            try await expectFree(database)
        }
    }
}
