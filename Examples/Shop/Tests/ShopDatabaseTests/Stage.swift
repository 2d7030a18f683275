// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import DatabaseTesting
import FledgeData
import Foundation
import ShopDatabase
import ShopServices

/// The kinds of stores that must behave the same.
enum Stage: Sendable, CustomStringConvertible {
    case memory
    case database(Backend)

    /// All that can be tested here: PostgreSQL needs libpq and a server.
    static var all: [Stage] { [.memory] + Backend.available.map { .database($0) } }

    var description: String {
        switch self {
        case .memory: "in memory"
        case .database(let backend): backend.description
        }
    }

    /// Runs a closure on new, empty stores.
    func withStores(_ body: (Stores) async throws -> Void) async throws {
        switch self {
        case .memory: try await body(.inMemory())
        case .database(let backend):
            try await backend.withDatabase { database in
                try await shopMigrations().apply(to: database)
                try await body(.sql(database))
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

/// The shop's error of a call, or nil if it succeeds.
func shopError<T>(_ body: () async throws -> T) async -> ShopError? {
    do { _ = try await body() } catch { return error as? ShopError }
    return nil
}
