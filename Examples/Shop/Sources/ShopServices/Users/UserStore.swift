// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Keeps users.
///
/// Inputs have been checked; what only the store can know, it throws.
package protocol UserStore: Sendable {
    /// Adds a user. Throws ``ShopError/emailTaken(_:)``, decided at the moment of the insert: a
    /// look beforehand would miss a sign-up at the same time.
    func add(name: String, email: String, createdAt: Date) async throws -> User

    func find(_ id: User.ID) async throws -> User?

    /// Users in the order they signed up.
    func list(_ page: PageRequest) async throws -> Page<User>

    /// Changes what is not nil, and returns the result; nil if there is no such user. Throws
    /// ``ShopError/emailTaken(_:)``.
    func update(_ id: User.ID, _ changes: UpdateUser) async throws -> User?

    /// Removes a user; false if there is none. Throws ``ShopError/userHasOrders(_:)``.
    func remove(_ id: User.ID) async throws -> Bool
}
