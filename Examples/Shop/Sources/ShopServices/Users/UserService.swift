// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The rules for users.
package struct UserService: Sendable {
    private let store: any UserStore
    private let clock: ShopClock

    package init(store: any UserStore, clock: ShopClock = ShopClock()) {
        self.store = store
        self.clock = clock
    }

    /// Signs a user up, with name trimmed and address in lower case.
    ///
    /// - Throws: ``ShopError/invalid(_:)``, ``ShopError/emailTaken(_:)``.
    package func create(_ new: NewUser) async throws -> User {
        var check = Validation()
        let name = check.name(new.name, "name")
        let email = check.email(new.email, "email")
        try check.finish()
        return try await store.add(name: name, email: email, createdAt: clock.now)
    }

    /// One user.
    ///
    /// - Throws: ``ShopError/userNotFound(_:)``.
    package func find(_ id: User.ID) async throws -> User {
        guard let user = try await store.find(id) else { throw ShopError.userNotFound(id) }
        return user
    }

    /// Users in the order they signed up.
    package func list(page: Int = 1, limit: Int = 20) async throws -> Page<User> {
        try await store.list(PageRequest(page: page, limit: limit))
    }

    /// Changes name or address, or both.
    ///
    /// Changing nothing returns the user as it is.
    ///
    /// - Throws: ``ShopError/invalid(_:)``, ``ShopError/userNotFound(_:)``,
    ///   ``ShopError/emailTaken(_:)``.
    package func update(_ id: User.ID, _ changes: UpdateUser) async throws -> User {
        var check = Validation()
        let checked = UpdateUser(
            name: changes.name.map { check.name($0, "name") },
            email: changes.email.map { check.email($0, "email") })
        try check.finish()
        guard let user = try await store.update(id, checked) else {
            throw ShopError.userNotFound(id)
        }
        return user
    }

    /// Removes a user who never ordered.
    ///
    /// - Throws: ``ShopError/userNotFound(_:)``, ``ShopError/userHasOrders(_:)``.
    package func remove(_ id: User.ID) async throws {
        guard try await store.remove(id) else { throw ShopError.userNotFound(id) }
    }
}
