// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Users of a shop in memory.
package struct InMemoryUserStore: UserStore {
    private let shop: InMemoryShop

    package init(_ shop: InMemoryShop = InMemoryShop()) {
        self.shop = shop
    }

    package func add(name: String, email: String, createdAt: Date) async throws -> User {
        try shop.withState { state in
            try state.checkFree(email, except: nil)
            let id: User.ID = state.nextID()
            let user = User(id: id, name: name, email: email, createdAt: createdAt)
            state.users[id] = user
            return user
        }
    }

    package func find(_ id: User.ID) async throws -> User? {
        shop.withState { $0.users[id] }
    }

    package func list(_ page: PageRequest) async throws -> Page<User> {
        shop.withState { page.cut(Array($0.users.values)) }
    }

    package func update(_ id: User.ID, _ changes: UpdateUser) async throws -> User? {
        try shop.withState { state in
            guard var user = state.users[id] else { return nil }
            if let email = changes.email { try state.checkFree(email, except: id) }
            user.name = changes.name ?? user.name
            user.email = changes.email ?? user.email
            state.users[id] = user
            return user
        }
    }

    package func remove(_ id: User.ID) async throws -> Bool {
        try shop.withState { state in
            if state.orders.values.contains(where: { $0.userID == id }) {
                throw ShopError.userHasOrders(id)
            }
            return state.users.removeValue(forKey: id) != nil
        }
    }
}

extension InMemoryShop.State {
    fileprivate func checkFree(_ email: String, except id: User.ID?) throws {
        if users.values.contains(where: { $0.email == email && $0.id != id }) {
            throw ShopError.emailTaken(email)
        }
    }
}
