// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
/// How a PostgreSQL database is used.
public struct PostgresOptions: Sendable {
    /// The connections at most, made as needed.
    ///
    /// Default: 10. All instances of an app together must stay below the server's
    /// `max_connections`. More than a few for each core of the server seldom make it faster.
    public var maxConnections: Int

    /// How long a call waits for a connection while all are in use, before it fails with `.timeout`.
    ///
    /// Default: 5 s.
    public var poolTimeout: Duration

    /// How long opening a connection may take, names and TLS included, before it fails with
    /// `.connection`.
    ///
    /// Default: 5 s.
    public var connectTimeout: Duration

    /// How many statements each connection keeps prepared; the one not used for longest goes first.
    ///
    /// Default: 256. Behind a pooler that changes the server's connection between transactions,
    /// set it to 0.
    public var statementCacheSize: Int

    /// What the server shows in `pg_stat_activity`, unless the URL says something.
    ///
    /// Default: `fledge`.
    public var applicationName: String

    /// Makes options; each has a default that suits a server.
    public init(
        maxConnections: Int = 10, poolTimeout: Duration = .seconds(5),
        connectTimeout: Duration = .seconds(5), statementCacheSize: Int = 256,
        applicationName: String = "fledge"
    ) {
        self.maxConnections = maxConnections
        self.poolTimeout = poolTimeout
        self.connectTimeout = connectTimeout
        self.statementCacheSize = statementCacheSize
        self.applicationName = applicationName
    }
}
#endif
