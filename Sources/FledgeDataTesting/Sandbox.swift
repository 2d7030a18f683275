// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import FledgeSQLite

/// Where the databases of tests come from.
enum Sandbox: Hashable {
    /// One in memory for each test.
    case sqlite
    /// A schema of its own for each test, in the database of this address.
    case postgres(url: String)

    static let variable = "FLEDGE_TEST_DATABASE"

    /// Chooses by what the environment says: nothing, `sqlite`, or the URL of a PostgreSQL database.
    init(_ chosen: String?) throws(SandboxError) {
        switch chosen?.prefix(while: { $0 != ":" }) {
        case nil, "", "sqlite": self = .sqlite
        case "postgres", "postgresql": self = .postgres(url: chosen ?? "")
        default:
            throw SandboxError(
                """
                \(Self.variable) names a database that tests cannot be given here. Leave it out, or \
                set it to "sqlite", for one in memory; or to the URL of a PostgreSQL database, as \
                postgres://user@host/database, in which each test gets a schema of its own.
                """)
        }
    }

    /// Makes a database, and takes it away when `body` is done with it, however it ends.
    func run<Result: Sendable>(
        _ body: (Database) async throws -> Result
    ) async throws -> Result {
        switch self {
        case .sqlite: try await Self.closing(try await Database.inMemory(), body)
        case .postgres(let url): try await Self.inSchema(of: url, body)
        }
    }

    static func closing<Result: Sendable>(
        _ database: Database, _ body: (Database) async throws -> Result
    ) async throws -> Result {
        do {
            let result = try await body(database)
            try await database.close()
            return result
        } catch {
            // The error of the test is the one to tell.
            try? await database.close()
            throw error
        }
    }
}

/// Why a test could not be given a database.
public struct SandboxError: Error, Sendable, CustomStringConvertible {
    /// What is wrong and what to do.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
