// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import DatabaseTesting
import FledgeData
import FledgePostgres
import Testing

@Suite(.requiresPostgres, .timeLimit(.minutes(5))) struct PoolTests {
    @Test func `a hundred tasks share four connections`() async throws {
        let server = try await PostgresServer.started()
        try await server.withDatabase(
            PostgresOptions(maxConnections: 4, poolTimeout: Backend.patience)
        ) { database in
            let processes = try await withThrowingTaskGroup(of: Int.self) { group in
                for n in 0..<100 {
                    group.addTask {
                        // Each gets its own answer.
                        let (value, process) = try await database.transaction { tx in
                            let value = try await tx.one("SELECT \(n)::bigint", as: Int.self)
                            let process = try await tx.one("SELECT pg_backend_pid()", as: Int.self)
                            return (value, process)
                        }
                        #expect(value == n)
                        return process
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(processes.count <= 4)
            let metrics = database.metrics
            #expect(metrics.limit == 4)
            #expect(metrics.open == processes.count)
            #expect(metrics.idle == metrics.open)
            #expect(metrics.acquired == 101)
            #expect(metrics.timeouts == 0)
        }
    }

    @Test func `a wait for a connection ends`() async throws {
        let options = PostgresOptions(maxConnections: 1, poolTimeout: .milliseconds(20))
        try await PostgresServer.started().withDatabase(options) { database in
            try await database.transaction { tx in
                try await tx.ping()
                let waiting = Task.detached { await databaseError { try await database.ping() } }
                let error = await waiting.value
                #expect(error?.code == .timeout)
                #expect(error?.message.contains("0.02 seconds") == true)
            }
            #expect(database.metrics.timeouts == 1)
            try await database.ping()
        }
    }

    @Test func `a database that nobody holds any more closes its connections`() async throws {
        let server = try await PostgresServer.started()
        try await server.withDatabase { observer in
            let process: Int
            do {
                let database = try await Database.postgres(url: server.url())
                process = try await database.one("SELECT pg_backend_pid()", as: Int.self)
            }
            func isThere() async throws -> Bool {
                try await observer.one(
                    "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid = \(process))",
                    as: Bool.self)
            }
            while try await isThere() { await Task.yield() }
        }
    }

    @Test func `a connection left in a transaction, or changed by COPY, is not used again`()
        async throws
    {
        let options = PostgresOptions(maxConnections: 1)
        try await PostgresServer.started().withDatabase(options) { database in
            for sql in ["BEGIN", "COPY (SELECT 1) TO STDOUT"] as [SQL] {
                let before = try await database.one("SELECT pg_backend_pid()", as: Int.self)
                let error = await databaseError { try await database.execute(sql) }
                #expect(error != nil)
                let after = try await database.one("SELECT pg_backend_pid()", as: Int.self)
                #expect(before != after)
                #expect(database.metrics.open == 1)
            }
        }
    }

    @Test func `a wrong address says so, and shows no password`() async throws {
        for (url, code) in [
            ("postgres://me:hunter2@/x?host=/nowhere", DatabaseError.Code.connection),
            ("postgres://me:hunter2@localhost:1/x", .connection),
            ("postgres://me:hun/ter2@localhost:1/x", .misuse),
            ("mysql://me:hunter2@host/x", .misuse),
        ] {
            let error = await databaseError { _ = try await Database.postgres(url: url) }
            #expect(error?.code == code, "\(url)")
            let text = error.map { "\($0)" } ?? ""
            #expect(!text.contains("hun") && !text.contains("ter2"), "\(text)")
        }
    }

    @Test func `an unknown database is told in the server's words`() async throws {
        let url = try await PostgresServer.started().url()
            .replacing("/postgres?", with: "/nothing?")
        let error = await databaseError { _ = try await Database.postgres(url: url) }
        #expect(error?.code == .connection)
        #expect(error?.message.contains("database \"nothing\" does not exist") == true)
    }
}
#endif
