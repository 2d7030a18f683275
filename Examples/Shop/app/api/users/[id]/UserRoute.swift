// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Route struct UserRoute {
    let users: UserService

    /// One user.
    func GET(id: User.ID) async throws -> User {
        try await users.find(id)
    }

    /// Changes name or e-mail address.
    func PATCH(id: User.ID, body: UpdateUser) async throws -> User {
        try await users.update(id, body)
    }

    /// Removes a user who has not ordered anything.
    func DELETE(id: User.ID) async throws {
        try await users.remove(id)
    }
}
