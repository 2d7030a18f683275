// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import DatabaseTesting
import FledgeData
import Testing

@testable import FledgeDataTesting

/// The databases that the testing kit gives to tests of users.
@Suite(.requiresPostgres) struct SandboxTests {
    private func schemas(_ server: PostgresServer) async throws -> Int {
        try await server.withDatabase { database in
            try await database.one(
                "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'fledge_test_%'", as: Int.self
            )
        }
    }

    @Test func `each test has a schema of its own, which goes with it, however it ends`()
        async throws
    {
        struct Failure: Error {}
        let server = try await PostgresServer.started()
        let sandbox = try Sandbox(server.url())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<4 {
                group.addTask {
                    try await sandbox.run { database in
                        // The same name in each, and no other rows in it.
                        try await database.execute("CREATE TABLE birds (n BIGINT)")
                        try await database.execute("INSERT INTO birds VALUES (\(number))")
                        let found = try await database.query("SELECT n FROM birds", as: Int.self)
                        #expect(found == [number])
                    }
                }
            }
            try await group.waitForAll()
        }
        await #expect(throws: Failure.self) {
            try await sandbox.run { database in
                try await database.execute("CREATE TABLE birds (n BIGINT)")
                throw Failure()
            }
        }
        #expect(try await schemas(server) == 0)
    }

    @Test func `the address may have options of its own`() throws {
        #expect(try Sandbox("postgresql://a@b/c?sslmode=require") != .sqlite)
        #expect(throws: SandboxError.self) { try Sandbox("mysql://a@b/c") }
    }
}
#endif
