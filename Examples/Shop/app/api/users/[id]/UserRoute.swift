// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Route struct UserRoute {
    let users: UserService

    /// One user.
    ///
    /// - Throws: 404 when there is no such user.
    func GET(id: User.ID) async throws -> User {
        try await users.find(id)
    }

    /// Changes name or e-mail address.
    ///
    /// - Throws: 404 when there is no such user, 409 when another one has the address.
    func PATCH(id: User.ID, body: UpdateUser) async throws -> User {
        try await users.update(id, body)
    }

    /// Removes a user who has not ordered anything.
    ///
    /// - Throws: 404 when there is no such user, 409 when it has ordered.
    func DELETE(id: User.ID) async throws {
        try await users.remove(id)
    }
}
