// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

@Controller struct UserController {
    let users: UserService
    let orders: OrderService

    /// All users, a page at a time.
    @GET func list(query: PageRequest) async throws -> Page<User> {
        try await users.list(query)
    }

    /// A new user.
    ///
    /// - Throws: 409 when another user has the address.
    @POST func create(body: NewUser) async throws -> Created<User> {
        let user = try await users.create(body)
        return Created(user, at: "/v1/users/\(user.id)")
    }

    /// One user.
    ///
    /// - Throws: 404 when there is no such user.
    @GET("/:id") func show(id: User.ID) async throws -> User {
        try await users.find(id)
    }

    /// Changes name or e-mail address.
    ///
    /// - Throws: 404 when there is no such user, 409 when another one has the address.
    @PATCH("/:id") func change(id: User.ID, body: UpdateUser) async throws -> User {
        try await users.update(id, body)
    }

    /// Removes a user who has not ordered anything.
    ///
    /// - Throws: 404 when there is no such user, 409 when it has ordered.
    @DELETE("/:id") func remove(id: User.ID) async throws {
        try await users.remove(id)
    }

    /// What one user has ordered.
    ///
    /// - Throws: 404 when there is no such user.
    @GET("/:id/orders")
    func history(id: User.ID, query: PageRequest) async throws -> Page<Order> {
        try await orders.history(of: id, query)
    }
}
