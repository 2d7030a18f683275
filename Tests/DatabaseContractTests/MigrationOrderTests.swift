// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import DatabaseTesting
import Testing

@testable import FledgeData

/// What `fledge migrate` makes a program do.
@Suite struct MigrationOrderTests {
    private static let migrations: Result<Migrations, any Error> = Result {
        try Migrations(files: [
            "0001_a.sql": "CREATE TABLE a (x INT)", "0001_a.down.sql": "DROP TABLE a",
            "0002_b.sql": "CREATE TABLE b (x INT)", "0002_b.down.sql": "DROP TABLE b",
        ])
    }

    @Test(arguments: Backend.available)
    func `an order is carried out and reported`(backend: Backend) async throws {
        let migrations = try Self.migrations.get()
        try await backend.withDatabase { database in
            func carryOut(_ text: String) async throws -> MigrationReport {
                let order = try #require(try MigrationOrder(["FLEDGE_MIGRATE": text]))
                return try await order.carryOut(migrations, on: database)
            }
            let states = { (report: MigrationReport) in report.status.map(\.state) }
            #expect(try await states(carryOut("status")) == ["pending", "pending"])
            #expect(try await carryOut("dry-run").done == ["0001_a", "0002_b"])
            #expect(try await states(carryOut("up:1")) == ["applied", "pending"])
            #expect(try await carryOut("up").done == ["0002_b"])
            #expect(try await carryOut("down").done == ["0002_b"])
            let last = try await carryOut("down:5")
            #expect(last.done == ["0001_a"])
            #expect(states(last) == ["pending", "pending"])
            #expect(last.status.allSatisfy { $0.isReversible && $0.appliedAt == nil })
            #expect(last.dialect == database.dialect.name)
        }
    }

    @Test func `without an order there is none`() throws {
        #expect(try MigrationOrder([:]) == nil)
        #expect(try MigrationOrder(["FLEDGE_MIGRATE": ""]) == nil)
    }

    @Test func `a database that is absent is passed over by migrations and fails otherwise`()
        async throws
    {
        let database = Database(driver: AbsentDatabase(.postgres))
        #expect(try await Self.migrations.get().apply(to: database) == [])
        let error = await #expect(throws: DatabaseError.self) {
            try await database.execute("SELECT 1")
        }
        #expect(error?.code == .connection)
        #expect(error?.description.contains("only described") == true)
    }
}
