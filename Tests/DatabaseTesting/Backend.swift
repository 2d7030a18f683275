// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import FledgeData
import FledgePostgres
import FledgeSQLite
import Foundation

/// A database to run one test on, as all do: the argument of the tests that hold them together.
package enum Backend: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqliteInMemory = "SQLite in memory"
    case sqliteFile = "SQLite in a file"
    case postgres = "PostgreSQL"

    package var description: String { rawValue }

    /// Those that can be tested here; PostgreSQL needs the trait and a server.
    package static var available: [Backend] {
        #if Postgres
        if PostgresServer.isAvailable { return allCases }
        #endif
        return [.sqliteInMemory, .sqliteFile]
    }

    /// Those that several connections, or several processes, can use at a time.
    package static var shared: [Backend] { available.filter { $0 != .sqliteInMemory } }

    /// Many tests side by side on a busy machine take turns for longer than requests should wait.
    package static let patience = Duration.seconds(600)

    private static func sqlite(isSingle: Bool) -> SQLiteOptions {
        var options = SQLiteOptions(busyTimeout: patience, poolTimeout: patience)
        if isSingle { options.readers = 1 }
        return options
    }

    /// A query that does not end.
    package var endless: SQL {
        switch self {
        case .sqliteInMemory, .sqliteFile:
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
            """
        case .postgres: "SELECT pg_sleep(86400)"
        }
    }

    /// Runs a closure on a new, empty database, and removes it; a single one has one connection
    /// only, and on SQLite one to read besides the one that writes.
    package func withDatabase(
        isSingle: Bool = false, _ body: (Database) async throws -> Void
    ) async throws {
        try await withAddress(isSingle: isSingle) { open in
            let database = try await open()
            try await body(database)
            try await database.close()
        }
    }

    /// Lends a way to open one new database as often as one likes, as several processes do.
    package func withAddress(
        isSingle: Bool = false,
        _ body: (_ open: @escaping @Sendable () async throws -> Database) async throws -> Void
    ) async throws {
        switch self {
        case .sqliteInMemory:
            let options = Self.sqlite(isSingle: isSingle)
            return try await body { try await .inMemory(options: options) }
        case .sqliteFile:
            let options = Self.sqlite(isSingle: isSingle)
            return try await withDatabaseFile { path in
                try await body { try await .sqlite(path: path, options: options) }
            }
        case .postgres:
            #if Postgres
            let options = PostgresOptions(
                maxConnections: isSingle ? 1 : 10, poolTimeout: Self.patience)
            return try await PostgresServer.started().withSchema { url in
                try await body { try await .postgres(url: url, options: options) }
            }
            #else
            throw CancellationError()
            #endif
        }
    }
}

/// A path for a database file in a folder of its own, removed after the closure.
package func withDatabaseFile<T>(_ body: (_ path: String) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(
        component: "fledge-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.appending(component: "data").appending(component: "t.sqlite").path)
}
