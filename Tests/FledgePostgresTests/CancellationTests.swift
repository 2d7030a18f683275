// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import DatabaseTesting
import FledgeData
import FledgePostgres
import Testing

@Suite(.requiresPostgres, .timeLimit(.minutes(5))) struct CancellationTests {
    /// How many statements with a mark in their text the server is running.
    private func running(_ mark: String, _ observer: Database) async throws -> Int {
        try await observer.one(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE state = 'active' AND query LIKE \("%\(mark)%") AND pid <> pg_backend_pid()
            """, as: Int.self)
    }

    private func waitUntil(
        _ mark: String, runs count: Int, _ observer: Database
    ) async throws {
        while try await running(mark, observer) != count { try await observer.ping() }
    }

    @Test func `a cancelled query ends in the server, and its connection is used again`()
        async throws
    {
        let server = try await PostgresServer.started()
        try await server.withDatabase(PostgresOptions(maxConnections: 1)) { database in
            try await server.withDatabase { observer in
                let process = try await database.one("SELECT pg_backend_pid()", as: Int.self)
                for round in 0..<5 {
                    let query = Task {
                        try await database.query(
                            "SELECT pg_sleep(86400) /* cancelled \(unsafeRaw: "\(process)-\(round)") */"
                        )
                    }
                    try await waitUntil("cancelled \(process)-\(round)", runs: 1, observer)
                    query.cancel()
                    await #expect(throws: CancellationError.self) { try await query.value }
                    #expect(database.metrics.inUse == 0)
                    try await waitUntil("cancelled \(process)-\(round)", runs: 0, observer)
                }
                // The statement after a cancelled one is not hit by the cancellation.
                for n in 0..<50 {
                    #expect(try await database.one("SELECT \(n)::bigint", as: Int.self) == n)
                }
            }
        }
    }

    @Test func `a transaction of a cancelled task is rolled back in the server`() async throws {
        let server = try await PostgresServer.started()
        try await server.withDatabase(PostgresOptions(maxConnections: 1)) { database in
            try await server.withDatabase { observer in
                try await database.execute("CREATE TABLE t (n BIGINT)")
                let process = try await database.one("SELECT pg_backend_pid()", as: Int.self)
                let task = Task {
                    try await database.transaction { tx in
                        try await tx.execute("INSERT INTO t VALUES (1)")
                        _ = try await tx.query(
                            "SELECT pg_sleep(86400) /* in transaction \(unsafeRaw: "\(process)") */"
                        )
                    }
                }
                try await waitUntil("in transaction \(process)", runs: 1, observer)
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
                #expect(try await database.one("SELECT count(*) FROM t", as: Int.self) == 0)
            }
        }
    }

    @Test func `queries that are cancelled as they begin leave every connection as it was`()
        async throws
    {
        let server = try await PostgresServer.started()
        try await server.withDatabase(
            PostgresOptions(maxConnections: 4, poolTimeout: Backend.patience)
        ) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for n in 0..<200 {
                    group.addTask {
                        let query = Task {
                            try await database.one("SELECT \(n)::bigint", as: Int.self)
                        }
                        if n.isMultiple(of: 2) { query.cancel() }
                        do {
                            let value = try await query.value
                            #expect(value == n)
                        } catch is CancellationError {}
                    }
                }
                try await group.waitForAll()
            }
            #expect(database.metrics.inUse == 0)
            #expect(try await database.one("SELECT 7", as: Int.self) == 7)
        }
    }

    @Test func `a statement that takes longer than the server allows is a timeout`() async throws {
        try await PostgresServer.started().withDatabase(
            PostgresOptions(maxConnections: 1)
        ) { database in
            try await database.execute("SET statement_timeout = '20ms'")
            let error = await databaseError {
                _ = try await database.query("SELECT pg_sleep(86400)")
            }
            #expect(error?.code == .timeout)
        }
    }
}
#endif
