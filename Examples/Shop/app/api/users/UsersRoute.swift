// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Route struct UsersRoute {
    let users: UserService

    /// All users, a page at a time.
    func GET(query: PageRequest) async throws -> Page<User> {
        try await users.list(query)
    }

    /// A new user.
    ///
    /// - Throws: 409 when another user has the address.
    func POST(body: NewUser) async throws -> Created<User> {
        let user = try await users.create(body)
        return Created(user, at: "/api/users/\(user.id)")
    }
}
