// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What the shop can do: the services that routes and controllers may use.
///
/// The module holds the rules and nothing else. It imports no web and no database, so each service
/// is tested by calling it.
package struct Services: Sendable {
    /// The people who buy.
    package let users: UserService

    /// What is for sale.
    package let products: ProductService

    /// What was bought.
    package let orders: OrderService

    /// Makes the services of parts, for tests that replace one.
    package init(users: UserService, products: ProductService, orders: OrderService) {
        self.users = users
        self.products = products
        self.orders = orders
    }

    /// Makes all services on one set of stores.
    ///
    /// - Parameters:
    ///   - stores: Where things are kept.
    ///   - now: The clock. Tests pass one that stands still.
    package init(stores: Stores, now: @escaping @Sendable () -> Date = { Date() }) {
        let clock = ShopClock(now)
        self.init(
            users: UserService(store: stores.users, clock: clock),
            products: ProductService(store: stores.products),
            orders: OrderService(stores: stores, clock: clock))
    }
}

/// Where the shop keeps its things: in memory for tests, in a database for real.
package struct Stores: Sendable {
    package let users: any UserStore
    package let products: any ProductStore
    package let orders: any OrderStore

    /// Makes a set of stores that belong together: orders take their stock from the products.
    package init(users: any UserStore, products: any ProductStore, orders: any OrderStore) {
        self.users = users
        self.products = products
        self.orders = orders
    }
}

/// Tells the time in whole milliseconds, which is what every store keeps.
package struct ShopClock: Sendable {
    private let read: @Sendable () -> Date

    /// Makes a clock that rounds what another one tells.
    package init(_ read: @escaping @Sendable () -> Date = { Date() }) {
        self.read = read
    }

    var now: Date {
        Date(timeIntervalSince1970: (read().timeIntervalSince1970 * 1000).rounded() / 1000)
    }
}
