// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Orders of a shop in memory.
package struct InMemoryOrderStore: OrderStore {
    private let shop: InMemoryShop

    package init(_ shop: InMemoryShop = InMemoryShop()) {
        self.shop = shop
    }

    package func place(_ draft: OrderDraft, for request: OrderRequest?) async throws -> Order {
        try shop.withState { state in
            if let request, let earlier = try state.order(of: request) { return earlier }
            guard state.users[draft.userID] != nil else {
                throw ShopError.userNotFound(draft.userID)
            }
            // On a copy, so that a line out of stock leaves the others untouched.
            var products = state.products
            for line in draft.lines { try Self.take(line, from: &products) }
            state.products = products
            let order = Order(id: state.nextID(), draft: draft)
            state.orders[order.id] = order
            if let request { state.requests[request.id] = (request.body, order.id) }
            return order
        }
    }

    private static func take(
        _ line: Order.Line, from products: inout [Product.ID: Product]
    ) throws(ShopError) {
        guard let stock = products[line.productID]?.stock else {
            throw .productNotFound(line.productID)
        }
        guard stock >= line.quantity else {
            throw .outOfStock(
                product: line.productID, requested: line.quantity, available: stock)
        }
        products[line.productID]?.stock -= line.quantity
    }

    package func find(_ request: OrderRequest) async throws -> Order? {
        try shop.withState { try $0.order(of: request) }
    }

    package func find(_ id: Order.ID) async throws -> Order? {
        shop.withState { $0.orders[id] }
    }

    package func list(of user: User.ID?, _ page: PageRequest) async throws -> Page<Order> {
        shop.withState { state in
            page.cut(state.orders.values.filter { user == nil || $0.userID == user })
        }
    }

    package func change(
        _ id: Order.ID, from: Order.Status, to: Order.Status
    ) async throws -> Bool {
        shop.withState { state in
            guard let order = state.orders[id], order.status == from else { return false }
            state.orders[id]?.status = to
            if to == .cancelled {
                for line in order.lines { state.products[line.productID]?.stock += line.quantity }
            }
            return true
        }
    }
}

extension OrderRequest {
    fileprivate var id: InMemoryShop.RequestKey { .init(userID: userID, key: key) }
}

extension InMemoryShop.State {
    fileprivate func order(of request: OrderRequest) throws -> Order? {
        guard let earlier = requests[request.id] else { return nil }
        try request.check(against: earlier.body)
        return orders[earlier.order]
    }
}
