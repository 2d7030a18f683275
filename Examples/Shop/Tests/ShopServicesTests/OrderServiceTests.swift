// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import ShopServices
import Testing

@Suite struct OrderServiceTests {
    @Test func `an order has the prices of the moment, their total and the time`() async throws {
        let shop = try await ShopFixture()
        let order = try await shop.services.orders.place(
            shop.order((shop.pen, 2), (shop.book, 1)), by: .customer(shop.ada.id))
        #expect(order.total == Money(2 * 250 + 999, .eur))
        #expect(order.lines.map(\.unitPrice.amount) == [250, 999])
        #expect(order.status == .placed)
        #expect(order.createdAt == ShopFixture.now)
        #expect(try await shop.stock(of: shop.pen) == 8)
        #expect(try await shop.stock(of: shop.book) == 2)
    }

    @Test func `a user has a history, and nobody has none`() async throws {
        let shop = try await ShopFixture()
        let orders = shop.services.orders
        let order = try await orders.place(shop.order((shop.pen, 1)), by: .staff)
        #expect(try await orders.history(of: shop.ada.id).items == [order])
        #expect(try await orders.history(of: shop.bob.id).items == [])
        #expect(await shopError { try await orders.history(of: 99) } == .userNotFound(99))
    }

    @Test func `lines of one product become one`() async throws {
        let shop = try await ShopFixture()
        let order = try await shop.services.orders.place(
            shop.order((shop.pen, 2), (shop.book, 1), (shop.pen, 3)), by: .staff)
        #expect(order.lines.map(\.quantity) == [5, 1])
    }

    @Test func `an order without lines, or with impossible quantities, is refused at once`()
        async throws
    {
        let shop = try await ShopFixture()
        let orders = shop.services.orders
        #expect(
            await shopError { try await orders.place(shop.order(), by: .staff) }?.pointers == [
                "/lines"
            ])
        let bad = shop.order((shop.pen, 0), (shop.book, 1), (shop.mug, 1001))
        #expect(
            await shopError { try await orders.place(bad, by: .staff) }?.pointers == [
                "/lines/0/quantity", "/lines/2/quantity",
            ])
    }

    @Test func `unknown products and other currencies are told with their lines`() async throws {
        let shop = try await ShopFixture()
        var order = shop.order((shop.pen, 1), (shop.mug, 1))
        order.lines.append(.init(productID: 999, quantity: 1))
        let error = await shopError { try await shop.services.orders.place(order, by: .staff) }
        #expect(
            error
                == .notOrderable([
                    Violation(
                        pointer: "/lines/1/productID", code: "currency",
                        message: "is sold in USD, the others in EUR"),
                    Violation(
                        pointer: "/lines/2/productID", code: "unknown",
                        message: "names no product"),
                ]))
    }

    @Test func `what is out of stock is not sold, and nothing else of the order is`() async throws {
        let shop = try await ShopFixture()
        let error = await shopError {
            try await shop.services.orders.place(
                shop.order((shop.pen, 1), (shop.book, 4)), by: .staff)
        }
        #expect(error == .outOfStock(product: shop.book.id, requested: 4, available: 3))
        #expect(try await shop.stock(of: shop.pen) == 10)
    }

    @Test func `a customer orders and sees only for themselves`() async throws {
        let shop = try await ShopFixture()
        let orders = shop.services.orders
        let foreign = await shopError {
            try await orders.place(shop.order((shop.pen, 1)), by: .customer(shop.bob.id))
        }
        #expect(foreign == .notAllowed("Customers order for themselves only."))
        let order = try await orders.place(shop.order((shop.pen, 1)), by: .customer(shop.ada.id))
        #expect(
            await shopError { try await orders.find(order.id, by: .customer(shop.bob.id)) }
                == .orderNotFound(order.id))
        #expect(try await orders.find(order.id, by: .staff) == order)
        #expect(try await orders.list(by: .customer(shop.bob.id)).total == 0)
        #expect(try await orders.list(by: .customer(shop.ada.id)).items == [order])
        #expect(try await orders.list(by: .staff).total == 1)
    }

    @Test func `an order goes from placed to delivered, by staff`() async throws {
        let shop = try await ShopFixture()
        let orders = shop.services.orders
        let id = try await orders.place(shop.order((shop.pen, 1)), by: .staff).id
        for status in [Order.Status.paid, .shipped, .delivered] {
            let refused = await shopError {
                try await orders.change(id, to: status, by: .customer(shop.ada.id))
            }
            #expect(refused == .notAllowed("Only staff can mark an order as \(status.rawValue)."))
            #expect(try await orders.change(id, to: status, by: .staff).status == status)
        }
        #expect(try await orders.find(id, by: .staff).status == .delivered)
    }

    @Test func `states follow each other as drawn, and in no other way`() {
        let legal: [(Order.Status, Order.Status)] = [
            (.placed, .paid), (.paid, .shipped), (.shipped, .delivered), (.placed, .cancelled),
            (.paid, .cancelled),
        ]
        for from in Order.Status.allCases {
            for to in Order.Status.allCases {
                let expected = legal.contains { $0 == (from, to) }
                #expect(from.canBecome(to) == expected, "\(from) to \(to)")
            }
        }
    }

    @Test func `cancelling gives the stock back, once`() async throws {
        let shop = try await ShopFixture()
        let orders = shop.services.orders
        let requester = Requester.customer(shop.ada.id)
        let id = try await orders.place(shop.order((shop.pen, 4)), by: requester).id
        #expect(try await orders.cancel(id, by: requester).status == .cancelled)
        #expect(try await shop.stock(of: shop.pen) == 10)
        #expect(
            await shopError { try await orders.cancel(id, by: .staff) }
                == .wrongStatus(order: id, from: .cancelled, to: .cancelled))
        #expect(try await shop.stock(of: shop.pen) == 10)
    }

    @Test func `a paid order is cancelled by staff only`() async throws {
        let shop = try await ShopFixture()
        let orders = shop.services.orders
        let id = try await orders.place(shop.order((shop.pen, 4)), by: .staff).id
        _ = try await orders.change(id, to: .paid, by: .staff)
        let error = await shopError { try await orders.cancel(id, by: .customer(shop.ada.id)) }
        #expect(
            error
                == .notAllowed("A paid order can be cancelled by staff only. Please contact us."))
        _ = try await orders.cancel(id, by: .staff)
        #expect(try await shop.stock(of: shop.pen) == 10)
    }

    @Test func `of many orders at once as many succeed as there is stock`() async throws {
        let shop = try await ShopFixture()
        let order = shop.order((shop.pen, 1))
        let sold = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    await shopError { try await shop.services.orders.place(order, by: .staff) }
                        == nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(sold == 10)
        #expect(try await shop.stock(of: shop.pen) == 0)
    }

    @Test func `a key makes asking again safe, whatever has changed since`() async throws {
        let shop = try await ShopFixture()
        let orders = shop.services.orders
        let key = try #require(IdempotencyKey(rawValue: "wish-1"))
        let all = shop.order((shop.book, 3))
        let placed = try await orders.place(all, by: .staff, key: key)
        // Sold out by the order itself: judged again it would be refused.
        let again = try await orders.place(all, by: .staff, key: key)
        #expect(again == placed)
        let cancelled = try await orders.cancel(placed.id, by: .staff)
        let later = try await orders.place(all, by: .staff, key: key)
        #expect(later == cancelled)
        let other = await shopError {
            try await orders.place(shop.order((shop.pen, 1)), by: .staff, key: key)
        }
        #expect(other == .keyReused(key))
        #expect(try await shop.stock(of: shop.book) == 3)
    }

    @Test(arguments: ["", " ", "a b", "caf\u{E9}", String(repeating: "k", count: 256)])
    func `a key is visible ASCII of bounded length`(text: String) {
        #expect(IdempotencyKey(rawValue: text) == nil)
    }
}
