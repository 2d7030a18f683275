// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import FledgeSQLite
import Foundation
import ShopDatabase
import ShopServices

/// The kinds of stores that must behave the same.
enum Backend: CaseIterable, Sendable {
    case memory, sqliteInMemory, sqliteFile

    /// Runs a closure on new, empty stores.
    func withStores(_ body: (Stores) async throws -> Void) async throws {
        switch self {
        case .memory: try await body(.inMemory())
        case .sqliteInMemory:
            let database = try await Database.inMemory()
            try await shopMigrations().apply(to: database)
            try await body(.sql(database))
        case .sqliteFile:
            try await withDatabaseFile { path in
                let database = try await openShop(path)
                try await body(.sql(database))
                try await database.close()
            }
        }
    }
}

/// The migrations of the shop, next to its sources.
func shopMigrations() throws -> Migrations {
    let shop = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try Migrations(directory: shop.appending(component: "migrations").path)
}

/// Opens a database file as a process of the shop does when it starts.
func openShop(_ path: String) async throws -> Database {
    let database = try await Database.sqlite(path: path)
    try await shopMigrations().apply(to: database)
    return database
}

/// A path for a database file in a folder of its own, removed after the closure.
func withDatabaseFile(_ body: (_ path: String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
        component: "shop-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.appending(component: "shop.sqlite").path)
}

/// The shop's error of a call, or nil if it succeeds.
func shopError<T>(_ body: () async throws -> T) async -> ShopError? {
    do { _ = try await body() } catch { return error as? ShopError }
    return nil
}
