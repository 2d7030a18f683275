// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if !Postgres
public import FledgeData

/// What an app sees that has not asked for PostgreSQL: a message instead of a missing header.
extension Database {
    /// Opens a PostgreSQL database, in an app that has asked for it.
    @available(
        *, unavailable,
        message: """
            PostgreSQL needs libpq, so it is off unless you ask for it: add traits: ["Postgres"] to \
            the line .package(url: …fledge…) of your Package.swift, and install libpq (apt install \
            libpq-dev, or brew install libpq).
            """
    )
    public static func postgres(
        url: String, options: PostgresOptions = PostgresOptions()
    ) async throws -> Database {
        throw DatabaseError(.misuse, "The package's trait Postgres is off.")
    }
}

/// Here so that a call with options gets the message, too.
public struct PostgresOptions: Sendable {
    /// Takes what the real one takes.
    public init(
        maxConnections: Int = 0, poolTimeout: Duration = .zero, connectTimeout: Duration = .zero,
        statementCacheSize: Int = 0, applicationName: String = ""
    ) {}
}
#endif
