// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import ShopServices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Users in a database.
package struct SQLUserStore: UserStore {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    package func add(name: String, email: String, createdAt: Date) async throws -> User {
        try await refusing(email) {
            try await database.one(
                """
                INSERT INTO users (name, email, created_at)
                VALUES (\(name), \(email), \(createdAt))
                RETURNING *
                """, as: User.self)
        }
    }

    package func find(_ id: User.ID) async throws -> User? {
        try await database.first("SELECT * FROM users WHERE id = \(id)", as: User.self)
    }

    package func list(_ page: PageRequest) async throws -> Page<User> {
        let total = try await database.one("SELECT count(*) FROM users", as: Int.self)
        let users = try await database.query(
            "SELECT * FROM users ORDER BY id \(page.clause)", as: User.self)
        return page.page(of: users, total: total)
    }

    package func update(_ id: User.ID, _ changes: UpdateUser) async throws -> User? {
        try await refusing(changes.email) {
            try await database.first(
                """
                UPDATE users SET
                    name = coalesce(\(changes.name), name),
                    email = coalesce(\(changes.email), email)
                WHERE id = \(id)
                RETURNING *
                """, as: User.self)
        }
    }

    package func remove(_ id: User.ID) async throws -> Bool {
        do {
            return try await database.execute("DELETE FROM users WHERE id = \(id)").changes == 1
        } catch let error as DatabaseError where error.code == .foreignKeyViolation {
            throw ShopError.userHasOrders(id)
        }
    }

    /// Says in the shop's words that an address is taken.
    ///
    /// It is the only thing unique of a user.
    private func refusing<T>(
        _ email: String?, _ body: () async throws -> T
    ) async throws -> T {
        do {
            return try await body()
        } catch let error as DatabaseError where error.code == .uniqueViolation {
            throw ShopError.emailTaken(email ?? "")
        }
    }
}
