// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The rules for orders.
package struct OrderService: Sendable {
    /// The most pieces of one product in one order.
    package static let maximumQuantity = 1000

    private let users: any UserStore
    private let products: any ProductStore
    private let orders: any OrderStore
    private let clock: ShopClock

    package init(stores: Stores, clock: ShopClock = ShopClock()) {
        self.users = stores.users
        self.products = stores.products
        self.orders = stores.orders
        self.clock = clock
    }

    /// Places an order at today's prices and takes its stock.
    ///
    /// With a key it does so once, however often it is called: later calls return the order of the
    /// first, as it is by then.
    ///
    /// - Throws: ``ShopError/invalid(_:)``, ``ShopError/notAllowed(_:)`` to a customer who orders
    ///   for somebody else, ``ShopError/userNotFound(_:)``, ``ShopError/notOrderable(_:)``,
    ///   ``ShopError/outOfStock(product:requested:available:)``, ``ShopError/keyReused(_:)`` when the
    ///   key was given for another order.
    package func place(
        _ new: NewOrder, by requester: Requester, key: IdempotencyKey? = nil
    ) async throws -> Order {
        try new.check()
        guard requester.mayAct(for: new.userID) else {
            throw ShopError.notAllowed("Customers order for themselves only.")
        }
        guard try await users.find(new.userID) != nil else {
            throw ShopError.userNotFound(new.userID)
        }
        let request = key.map { OrderRequest(new, key: $0) }
        // Before anything is judged by what is on the shelves now: the order itself has changed that.
        if let request, let earlier = try await orders.find(request) { return earlier }
        let found = try await products.find(new.lines.map(\.productID))
        let catalog = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        let lines = try OrderPricing.lines(of: new, catalog: catalog)
        let draft = OrderDraft(
            userID: new.userID, lines: lines, total: try OrderPricing.total(of: lines),
            createdAt: clock.now)
        return try await orders.place(draft, for: request)
    }

    /// One order.
    ///
    /// - Throws: ``ShopError/orderNotFound(_:)``, also to a customer who asks for somebody else's:
    ///   that it exists is none of their business.
    package func find(_ id: Order.ID, by requester: Requester) async throws -> Order {
        guard let order = try await orders.find(id), requester.mayAct(for: order.userID) else {
            throw ShopError.orderNotFound(id)
        }
        return order
    }

    /// Orders in the order they were placed: a customer's own, or all for staff.
    package func list(
        by requester: Requester, _ page: PageRequest = PageRequest()
    ) async throws -> Page<Order> {
        try page.check()
        switch requester {
        case .customer(let user): return try await orders.list(of: user, page)
        case .staff: return try await orders.list(of: nil, page)
        }
    }

    /// What one user has ordered, in the order it was placed.
    ///
    /// - Throws: ``ShopError/invalid(_:)``, ``ShopError/userNotFound(_:)``.
    package func history(
        of user: User.ID, _ page: PageRequest = PageRequest()
    ) async throws -> Page<Order> {
        try page.check()
        guard try await users.find(user) != nil else { throw ShopError.userNotFound(user) }
        return try await orders.list(of: user, page)
    }

    /// Brings an order to its next state.
    ///
    /// Cancelling gives the stock back.
    ///
    /// - Throws: ``ShopError/orderNotFound(_:)``,
    ///   ``ShopError/wrongStatus(order:from:to:)``, ``ShopError/notAllowed(_:)``.
    package func change(
        _ id: Order.ID, to next: Order.Status, by requester: Requester
    ) async throws -> Order {
        var order = try await find(id, by: requester)
        try order.checkChange(to: next, by: requester)
        guard try await orders.change(id, from: order.status, to: next) else {
            // Somebody was faster. What they made of the order is the reason to give.
            let current = try await find(id, by: requester)
            throw ShopError.wrongStatus(order: id, from: current.status, to: next)
        }
        order.status = next
        return order
    }

    /// Cancels an order and gives its stock back.
    ///
    /// See ``change(_:to:by:)``.
    package func cancel(_ id: Order.ID, by requester: Requester) async throws -> Order {
        try await change(id, to: .cancelled, by: requester)
    }
}
