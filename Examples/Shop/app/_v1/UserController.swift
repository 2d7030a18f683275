// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Controller struct UserController {
    let users: UserService
    let orders: OrderService

    /// All users, a page at a time.
    @GET func list(page: Int = 1, limit: Int = 20) async throws -> Page<User> {
        try await users.list(page: page, limit: limit)
    }

    /// A new user.
    @POST func create(body: NewUser) async throws -> Created<User> {
        let user = try await users.create(body)
        return Created(user, at: "/v1/users/\(user.id)")
    }

    /// One user.
    @GET("/:id") func show(id: User.ID) async throws -> User {
        try await users.find(id)
    }

    /// Changes name or e-mail address.
    @PATCH("/:id") func change(id: User.ID, body: UpdateUser) async throws -> User {
        try await users.update(id, body)
    }

    /// Removes a user who has not ordered anything.
    @DELETE("/:id") func remove(id: User.ID) async throws {
        try await users.remove(id)
    }

    /// What one user has ordered.
    @GET("/:id/orders")
    func history(id: User.ID, page: Int = 1, limit: Int = 20) async throws -> Page<Order> {
        try await orders.list(by: .customer(id), page: page, limit: limit)
    }
}
