// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
public import FledgeData

extension Database {
    /// Opens a PostgreSQL database.
    ///
    ///     let database = try await Database.postgres(
    ///         url: "postgres://shop:secret@db.example.com/shop?sslmode=verify-full")
    ///     try await Migrations(directory: "migrations").apply(to: database)
    ///
    /// The URL is libpq's: everything it knows works, several hosts, `sslmode`, `sslrootcert`,
    /// sockets, `options=-csearch_path%3Dshop`, and the environment (`PGHOST`, `PGPASSFILE`, …) for
    /// what the URL leaves out. Without `sslmode` libpq takes TLS if the server offers it and checks
    /// nobody's certificate; over a network ask for `verify-full`.
    ///
    /// One connection is made at once, so that a wrong address fails here. When the server goes
    /// away later, calls fail at once with `.connection`, and work again within two seconds of its
    /// return.
    ///
    /// - Parameters:
    ///   - url: The address. It is never shown in an error or a log.
    ///   - options: Connections, waits, and what is kept prepared.
    /// - Returns: The open database.
    /// - Throws: ``DatabaseError`` with code `.connection` if the server cannot be reached or
    ///   refuses the user, `.misuse` for a URL that libpq cannot read.
    public static func postgres(
        url: String, options: PostgresOptions = PostgresOptions()
    ) async throws -> Database {
        let address = try PostgresAddress(url: url, options)
        if DescribedApp.isThisOne { return Database(driver: AbsentDatabase(.postgres)) }
        let driver = PostgresDriver(address)
        try await driver.check()
        return Database(driver: driver)
    }
}
#endif
