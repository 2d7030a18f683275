// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import DatabaseTesting
import FledgeData
import FledgePostgres
import Testing

@Suite(.requiresPostgres) struct ConnectionTests {
    @Test func `a query runs`() async throws {
        try await PostgresServer.started().withDatabase { database in
            let n = try await database.one("SELECT 1 + \(2) AS n", as: Int.self)
            #expect(n == 3)
            try await database.execute("CREATE TABLE t (id BIGINT GENERATED ALWAYS AS IDENTITY, name TEXT)")
            let id = try await database.one(
                "INSERT INTO t (name) VALUES (\("Ada")) RETURNING id", as: Int.self)
            #expect(id == 1)
            try await database.transaction { tx in
                try await tx.execute("INSERT INTO t (name) VALUES (\("Bob"))")
            }
            #expect(try await database.query("SELECT name FROM t ORDER BY id", as: String.self) == ["Ada", "Bob"])
        }
    }
}
#endif
