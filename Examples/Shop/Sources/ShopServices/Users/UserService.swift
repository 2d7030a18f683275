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
        let new = NewUser(name: new.name.trimmed, email: new.email.trimmed.lowercased())
        try new.check()
        return try await store.add(name: new.name, email: new.email, createdAt: clock.now)
    }

    /// One user.
    ///
    /// - Throws: ``ShopError/userNotFound(_:)``.
    package func find(_ id: User.ID) async throws -> User {
        guard let user = try await store.find(id) else { throw ShopError.userNotFound(id) }
        return user
    }

    /// Users in the order they signed up.
    ///
    /// - Throws: ``ShopError/invalid(_:)``.
    package func list(_ page: PageRequest = PageRequest()) async throws -> Page<User> {
        try page.check()
        return try await store.list(page)
    }

    /// Changes name or address, or both.
    ///
    /// Changing nothing returns the user as it is.
    ///
    /// - Throws: ``ShopError/invalid(_:)``, ``ShopError/userNotFound(_:)``,
    ///   ``ShopError/emailTaken(_:)``.
    package func update(_ id: User.ID, _ changes: UpdateUser) async throws -> User {
        let changes = UpdateUser(
            name: changes.name?.trimmed, email: changes.email?.trimmed.lowercased())
        try changes.check()
        guard let user = try await store.update(id, changes) else {
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
