// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import DatabaseTesting
import FledgeData
import FledgePostgres
import Testing

/// With a server of its own, since it is stopped.
@Suite(.requiresPostgres, .timeLimit(.minutes(5))) struct OutageTests {
    @Test(arguments: [false, true])
    func `calls fail at once while the server is away, and work again after it`(
        immediately: Bool
    ) async throws {
        let server = try await PostgresServer()
        let options = PostgresOptions(maxConnections: 4, poolTimeout: .seconds(600))
        let database = try await Database.postgres(url: server.url(), options: options)
        let (slow, waiting) = try await fill(database)

        try await server.stop(immediately: immediately)
        // The statements that ran are lost, those that waited for a connection do not wait on, and
        // idle connections are noticed without a call.
        for task in slow { #expect(await task.value?.code == .connection) }
        #expect(await waiting.value?.code == .connection)
        while database.metrics.open > 0 { await Task.yield() }
        for _ in 0..<100 {
            let error = await databaseError { try await database.ping() }
            #expect(error?.code == .connection)
        }

        try await server.start()
        // Ends after the longest pause between two tries, which is a second.
        while await databaseError({ try await database.ping() }) != nil { await Task.yield() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 { group.addTask { try await database.ping() } }
            try await group.waitForAll()
        }
        #expect(database.metrics.inUse == 0)
        #expect(database.metrics.open <= 4)
        let sessions = try await database.one(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'fledge'", as: Int.self)
        #expect(sessions == database.metrics.open)
        try await database.close()
        try await server.end()
    }

    /// Four statements that do not end, and one that waits for a connection.
    private func fill(
        _ database: Database
    ) async throws -> (slow: [Task<DatabaseError?, Never>], waiting: Task<DatabaseError?, Never>) {
        let slow = (0..<4).map { _ in
            Task { await databaseError { _ = try await database.query("SELECT pg_sleep(86400)") } }
        }
        while database.metrics.open < 4 { await Task.yield() }
        let waiting = Task { await databaseError { try await database.ping() } }
        while database.metrics.waiting == 0 { await Task.yield() }
        return (slow, waiting)
    }

    /// The server ends each session a millisecond after its last answer: often before the task that
    /// waits for the answer has its turn.
    @Test func `an answer that was there before its connection was lost is an answer`() async throws
    {
        let url = try await PostgresServer.started().url() + "%20-cidle_session_timeout%3D1"
        let database = try await Database.postgres(
            url: url, options: PostgresOptions(poolTimeout: Backend.patience))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    for n in 0..<30 {
                        do {
                            let answer = try await database.one("SELECT \(n)::bigint", as: Int.self)
                            #expect(answer == n)
                        } catch let error as DatabaseError {
                            #expect(error.code == .connection)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        try await database.close()
    }

    @Test func `a commit whose connection is lost says that its outcome is not known`() async throws
    {
        let server = try await PostgresServer.started()
        try await server.withDatabase { database in
            try await server.withDatabase { other in
                try await database.execute("CREATE TABLE t (n BIGINT)")
                // The commit waits in a trigger, where the connection is cut.
                try await database.execute(
                    """
                    CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_sleep(86400); RETURN NULL; END'
                    """)
                try await database.execute(
                    """
                    CREATE CONSTRAINT TRIGGER wait AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION wait()
                    """)
                let process = try await database.one("SELECT pg_backend_pid()", as: Int.self)
                let commit = Task {
                    await databaseError {
                        try await database.transaction { tx in
                            try await tx.execute("INSERT INTO t VALUES (1)")
                        }
                    }
                }
                let isCommitting: SQL = """
                    SELECT EXISTS (
                        SELECT FROM pg_stat_activity WHERE pid = \(process) AND query = 'COMMIT'
                            AND wait_event = 'PgSleep')
                    """
                while try await !other.one(isCommitting, as: Bool.self) { await Task.yield() }
                try await other.execute("SELECT pg_terminate_backend(\(process))")
                let error = await commit.value
                #expect(error?.code == .connection)
                #expect(error?.message.contains("not known") == true)
                #expect(try await database.one("SELECT count(*) FROM t", as: Int.self) == 0)
            }
        }
    }
}
#endif
