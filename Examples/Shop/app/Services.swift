// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import FledgeData
import FledgePostgres
import FledgeSQLite
import ShopDatabase
import ShopServices

/// What the shop reads from its environment.
@Settings struct ShopSettings {
    /// A PostgreSQL server, as postgres://user:password@host/database; a file will do if there is none.
    var databaseURL: Secret?
    /// The file that holds everything, without a server.
    var shopDatabase: String = "data/shop.sqlite"
    /// The folder with the SQL migrations.
    var shopMigrations: String = "migrations"
}

extension ShopSettings {
    /// One machine needs a file; more than one, a server.
    ///
    /// Nothing above the database knows which it is.
    func openDatabase() async throws -> Database {
        guard let databaseURL else { return try await .sqlite(path: shopDatabase) }
        #if Postgres  // The shop is built with Fledge itself, for which libpq is a choice.
        return try await .postgres(url: databaseURL.reveal())
        #else
        _ = databaseURL
        throw Problem(
            .internalServerError,
            "DATABASE_URL names a PostgreSQL server, and the shop was built without PostgreSQL. Build it "
                + "with 'swift build --traits Postgres', or take DATABASE_URL away.")
        #endif
    }
}

extension Services {
    /// Opens the database, brings it up to date and builds the services on it.
    ///
    /// - Throws: When a setting is missing or malformed, or the database cannot be opened.
    init(environment: Environment) async throws {
        let settings = try ShopSettings(environment: environment)
        let database = try await settings.openDatabase()
        _ = try await Migrations(directory: settings.shopMigrations).apply(to: database)
        self.init(stores: .sql(database))
        if environment.mode != .test { try await stockTheShelves() }
    }

    /// An empty shop is a dull example: three products, the first time.
    private func stockTheShelves() async throws {
        guard try await products.list(PageRequest(limit: 1)).total == 0 else { return }
        for (name, price, stock) in [
            ("Feather", 250, 100), ("Nest", 4_900, 10), ("Egg", 1_200, 25),
        ] {
            _ = try await products.create(
                NewProduct(name: name, price: Money(price, .eur), stock: stock))
        }
    }
}
