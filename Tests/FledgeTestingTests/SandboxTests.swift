// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import Testing

@testable import FledgeDataTesting

/// A database for each test, with the migrations of `migrations/` beside this file.
@Suite(.database(migrations: "migrations")) struct SandboxTests {
    @Test(arguments: 1...20) func `each case has one of its own`(id: Int) async throws {
        let database = try TestDatabase.current
        #expect(try await count(database) == 0)
        try await database.execute("INSERT INTO birds (id, name) VALUES (\(id), \("swift"))")
        #expect(try await count(database) == 1)
    }

    @Test func `a closure has one of its own`() async throws {
        try await TestDatabase.current.execute("INSERT INTO birds (id, name) VALUES (1, 'swift')")
        let number = try await Database.sandbox(migrations: "migrations") { database in
            try await count(database)
        }
        #expect(number == 0)
    }

    @Test func `without migrations it is empty`() async throws {
        try await Database.sandbox { database in
            try await database.execute("CREATE TABLE birds (id INTEGER)")
            #expect(try await count(database) == 0)
        }
    }

    @Test func `it is closed at the end, however that comes`() async throws {
        struct Broken: Error {}
        var kept: [Database] = []
        kept.append(try await Database.sandbox { $0 })
        await #expect(throws: Broken.self) {
            try await Database.sandbox { database in
                kept.append(database)
                throw Broken()
            }
        }
        for database in kept {
            await #expect(throws: DatabaseError.self) { try await database.query("SELECT 1") }
        }
        #expect(kept.count == 2)
    }

    private func count(_ database: Database) async throws -> Int {
        try await database.one("SELECT count(*) FROM birds", as: Int.self)
    }
}

@Suite struct SandboxSettingTests {
    @Test func `the folder is the next one on the way up`() throws {
        let here = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        #expect(try MigrationFolder.find("migrations", from: #filePath) == "/\(here)/migrations")
        #expect(
            try MigrationFolder.find("migrations", from: "/\(here)/a/b/C.swift")
                == "/\(here)/migrations")
        #expect(try MigrationFolder.find("/srv/sql", from: #filePath) == "/srv/sql")
        let error = #expect(throws: SandboxError.self) {
            try MigrationFolder.find("no-such-folder", from: #filePath)
        }
        #expect(error?.description.contains("'no-such-folder' beside \(#filePath)") == true)
    }

    @Test(arguments: [nil, "", "sqlite", "sqlite::memory:"])
    func `SQLite in memory unless told`(chosen: String?) throws {
        #expect(try Sandbox(chosen) == .sqlite)
    }

    @Test func `a database that is not known is refused, with what to do`() {
        let error = #expect(throws: SandboxError.self) { try Sandbox("oracle://db") }
        #expect(error?.description.contains("FLEDGE_TEST_DATABASE") == true)
        #expect(error?.description.contains("\"sqlite\"") == true)
    }

    @Test func `a test without the trait is told so`() {
        let error = #expect(throws: SandboxError.self) { try TestDatabase.current }
        #expect(error?.description.contains("@Test(.database(") == true)
    }
}
