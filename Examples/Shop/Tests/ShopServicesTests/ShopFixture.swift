// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ShopServices
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A shop in memory with two users and three products, where it is always the same moment.
struct ShopFixture {
    static let now = Date(timeIntervalSince1970: 1_767_225_600)

    let services: Services
    let ada: User
    let bob: User
    /// 2.50 EUR, ten in stock.
    let pen: Product
    /// 9.99 EUR, three in stock.
    let book: Product
    /// 5.00 USD, five in stock.
    let mug: Product

    init() async throws {
        services = Services(stores: .inMemory(), now: { Self.now })
        ada = try await services.users.create(NewUser(name: "Ada", email: "ada@example.com"))
        bob = try await services.users.create(NewUser(name: "Bob", email: "bob@example.com"))
        pen = try await services.products.create(
            NewProduct(name: "Pen", price: Money(250, .eur), stock: 10))
        book = try await services.products.create(
            NewProduct(name: "Book", price: Money(999, .eur), stock: 3))
        mug = try await services.products.create(
            NewProduct(name: "Mug", price: Money(500, .usd), stock: 5))
    }

    func order(_ lines: (Product, Int)...) -> NewOrder {
        NewOrder(
            userID: ada.id, lines: lines.map { .init(productID: $0.0.id, quantity: $0.1) })
    }

    func stock(of product: Product) async throws -> Int {
        try await services.products.find(product.id).stock
    }
}

/// The shop's error of a call, or nil if it succeeds.
func shopError<T>(_ body: () async throws -> T) async -> ShopError? {
    do { _ = try await body() } catch { return error as? ShopError }
    return nil
}

extension ShopError {
    /// The fields that broke rules, in order, as JSON Pointers.
    var pointers: [String] {
        guard case .invalid(let violations) = self else { return [] }
        return violations.map(\.pointer)
    }
}
