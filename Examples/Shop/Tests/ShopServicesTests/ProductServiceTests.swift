// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ShopServices
import Testing

@Suite struct ProductServiceTests {
    private let products = ProductService(store: InMemoryProductStore())

    @Test func `everything wrong with a product is told at once`() async {
        let error = await shopError {
            try await products.create(NewProduct(name: "", price: Money(-1, .eur), stock: -1))
        }
        #expect(Set(error?.pointers ?? []) == ["/name", "/price/amount", "/stock"])
    }

    @Test func `stock is added, up to a limit`() async throws {
        let pen = try await products.create(
            NewProduct(name: "Pen", price: Money(250, .eur), stock: 1))
        #expect(try await products.restock(pen.id, Delivery(quantity: 4)).stock == 5)
        let error = await shopError {
            try await products.restock(pen.id, Delivery(quantity: ProductService.maximumStock))
        }
        #expect(error == .stockTooHigh)
        #expect(
            await shopError { try await products.restock(pen.id, Delivery(quantity: 0)) }?.pointers
                == ["/quantity"])
        #expect(
            await shopError { try await products.restock(99, Delivery(quantity: 1)) }
                == .productNotFound(99))
    }

    @Test func `money adds and multiplies exactly or not at all`() {
        #expect(Money(10, .eur).adding(Money(20, .eur)) == Money(30, .eur))
        #expect(Money(10, .eur).adding(Money(20, .usd)) == nil)
        #expect(Money(.max, .eur).adding(Money(1, .eur)) == nil)
        #expect(Money(333, .eur).times(3) == Money(999, .eur))
        #expect(Money(.max, .eur).times(2) == nil)
    }
}
