// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import FledgePostgres

extension Sandbox {
    #if Postgres
    /// Makes a schema, lends a database that sees nothing else, and drops it with all that is in it.
    ///
    /// A schema and not a transaction: what is tested may have transactions of its own, and several
    /// connections.
    static func inSchema<Result: Sendable>(
        of url: String, _ body: (Database) async throws -> Result
    ) async throws -> Result {
        let schema = "fledge_test_" + String(UInt64.random(in: 0 ... .max), radix: 36)
        // Many tests run at once, and a server takes a hundred connections as it comes.
        let own = PostgresOptions(maxConnections: 1, poolTimeout: .seconds(60))
        return try await closing(try await Database.postgres(url: url, options: own)) { owner in
            try await owner.execute("CREATE SCHEMA \(identifier: schema)")
            do {
                let database = try await Database.postgres(
                    url: url + (url.contains("?") ? "&" : "?")
                        + "options=-csearch_path%3D\(schema)",
                    options: PostgresOptions(maxConnections: 4))
                let result = try await closing(database, body)
                try await owner.execute("DROP SCHEMA \(identifier: schema) CASCADE")
                return result
            } catch {
                _ = try? await owner.execute("DROP SCHEMA \(identifier: schema) CASCADE")
                throw error
            }
        }
    }
    #else
    /// Says what to do, in a build without PostgreSQL.
    static func inSchema<Result: Sendable>(
        of url: String, _ body: (Database) async throws -> Result
    ) async throws -> Result {
        throw SandboxError(
            """
            \(variable) names a PostgreSQL database, and this build has no PostgreSQL: add \
            traits: ["Postgres"] to the line .package(url: …fledge…) of your Package.swift.
            """)
    }
    #endif
}
