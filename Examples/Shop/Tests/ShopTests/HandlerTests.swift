// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices
import Testing

@testable import Shop

/// Handlers are methods: a test calls them.
///
/// No request, no server, nothing mocked.
@Suite struct HandlerTests {
    let services = Services(stores: .inMemory())

    @Test func `a created user has an address to be found at`() async throws {
        let created = try await UsersRoute(users: services.users)
            .POST(body: NewUser(name: "Ada", email: "ada@example.com"))
        #expect(created.location == "/api/users/1")
        #expect(try await UserRoute(users: services.users).GET(id: 1) == created.value)
    }

    @Test func `a controller and a file route share their services`() async throws {
        let controller = UserController(users: services.users, orders: services.orders)
        let created = try await controller.create(
            body: NewUser(name: "Ada", email: "a@example.com"))
        #expect(created.location == "/v1/users/1")
        #expect(try await UserRoute(users: services.users).GET(id: 1) == created.value)
    }

    @Test func `an order cannot be seen by another customer`() async throws {
        let product = try await services.products.create(
            NewProduct(name: "Nest", price: Money(4_900, .eur), stock: 1))
        let user = try await services.users.create(NewUser(name: "Ada", email: "a@example.com"))
        let new = NewOrder(userID: user.id, lines: [.init(productID: product.id, quantity: 1)])
        let order = try await OrdersRoute(orders: services.orders).POST(
            requester: nil, idempotencyKey: nil, body: new)
        await #expect(throws: ShopError.orderNotFound(order.value.id)) {
            try await OrderRoute(orders: services.orders)
                .GET(id: order.value.id, requester: .customer(99))
        }
    }
}
