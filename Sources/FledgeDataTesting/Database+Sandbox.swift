// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeData

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Database {
    /// Runs `body` with a database of its own: new, migrated, gone afterwards.
    ///
    ///     try await Database.sandbox(migrations: "migrations") { database in
    ///         let users = SQLUserStore(database)
    ///         let ada = try await users.insert(NewUser(name: "Ada", email: "ada@example.com"))
    ///         #expect(try await users.find(ada.id) == ada)
    ///     }
    ///
    /// It is SQLite in memory, so tests run in parallel and leave nothing behind. With the environment
    /// variable `FLEDGE_TEST_DATABASE=postgres://…` the same tests run on PostgreSQL, each in a schema
    /// of its own.
    ///
    /// - Parameters:
    ///   - migrations: The folder of the SQL files: absolute, or looked for from the folder of
    ///     the calling file upwards, so that `"migrations"` is that of the package. Read once for all
    ///     tests. `nil` for a database with nothing in it.
    ///   - filePath: The calling file, unless told.
    ///   - body: The test. What it throws ends the test, and the database goes all the same.
    /// - Returns: What `body` returns.
    /// - Throws: ``SandboxError`` when the folder is not found or the variable names a database that is
    ///   not known; `MigrationError` when the migrations do not fit; and what `body` throws.
    public static func sandbox<Result: Sendable>(
        migrations: String? = nil, filePath: String = #filePath,
        _ body: (Database) async throws -> Result
    ) async throws -> Result {
        let history = try migrations.map { try MigrationFolder.read($0, from: filePath) }
        let chosen = ProcessInfo.processInfo.environment[Sandbox.variable]
        let sandbox = try Sandbox(chosen)
        return try await sandbox.run { database in
            try await history?.apply(to: database)
            return try await body(database)
        }
    }
}
