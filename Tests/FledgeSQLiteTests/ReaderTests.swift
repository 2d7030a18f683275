// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import FledgeSQLite
import Foundation
import Testing

/// The threads that queries run on, and the line before them.
@Suite struct ReaderTests {
    private static let endless: SQL =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    /// Runs a closure while the only reader is busy with a query that does not end.
    private func withBusyReader(
        patience: Duration, _ body: (Database) async throws -> Void
    ) async throws {
        try await withDatabaseFile { path in
            let database = try await Database.sqlite(
                path: path, options: SQLiteOptions(readers: 1, poolTimeout: patience))
            let busy = Task { try await database.query(Self.endless) }
            // Sooner or later the endless one is in front of another, which then waits in vain.
            try await body(database)
            busy.cancel()
            await #expect(throws: CancellationError.self) { try await busy.value }
            let one = try await database.one("SELECT 1", as: Int.self)
            #expect(one == 1)
            try await database.close()
        }
    }

    @Test func `a wait for a reader ends after its time, and says what to do`() async throws {
        try await withBusyReader(patience: .milliseconds(50)) { database in
            var error: DatabaseError?
            while error == nil {
                error = await databaseError { try await database.query("SELECT 1") }
            }
            #expect(error?.code == .timeout)
            #expect(error?.message.contains("readers were busy") == true)
        }
    }

    @Test func `who is cancelled leaves the line at once`() async throws {
        try await withBusyReader(patience: .seconds(600)) { database in
            let waiting = (0..<10).map { _ in Task { try await database.query(Self.endless) } }
            for task in waiting { task.cancel() }
            for task in waiting {
                await #expect(throws: CancellationError.self) { try await task.value }
            }
        }
    }

    @Test func `a file that cannot be opened is an error for each query, until it can`()
        async throws
    {
        try await withDatabaseFile { path in
            let database = try await Database.sqlite(path: path)
            try await database.execute("CREATE TABLE birds (n)")
            let elsewhere = path + ".elsewhere"
            try FileManager.default.moveItem(atPath: path, toPath: elsewhere)
            for _ in 0..<3 {
                let error = await databaseError { try await database.query("SELECT * FROM birds") }
                #expect(error?.code == .connection)
            }
            try FileManager.default.moveItem(atPath: elsewhere, toPath: path)
            let rows = try await database.query("SELECT * FROM birds")
            #expect(rows.isEmpty)
            try await database.close()
            let closed = await databaseError { try await database.query("SELECT 1") }
            #expect(closed?.code == .connection)
        }
    }

    @Test func `a hundred queries share few readers, each with its own answer`() async throws {
        try await withDatabaseFile { path in
            let database = try await Database.sqlite(path: path, options: SQLiteOptions(readers: 3))
            let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        try await database.one("SELECT \(number)", as: Int.self) == number
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count == 100 && answers.allSatisfy(\.self))
            try await database.close()
        }
    }

    @Test func `a column that a migration adds is seen by a query that ran before`() async throws {
        try await withDatabaseFile { path in
            let database = try await Database.sqlite(path: path)
            try await database.execute("CREATE TABLE birds (a)")
            try await database.execute("INSERT INTO birds VALUES (1)")
            let before = try await database.query("SELECT * FROM birds")
            #expect(before.first?.columnNames == ["a"])
            try await database.execute("ALTER TABLE birds ADD COLUMN b DEFAULT 2")
            let after = try await database.query("SELECT * FROM birds")
            #expect(after.first?.columnNames == ["a", "b"])
            try await database.close()
        }
    }
}
