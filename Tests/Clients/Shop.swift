// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The client of the Shop example against the shop itself, at SHOP=<url>.

import Foundation

@main struct Shop {
    static func main() async throws {
        let address = ProcessInfo.processInfo.environment["SHOP"] ?? "http://127.0.0.1:3000"
        guard let url = URL(string: address) else { throw Failure("SHOP is no URL") }
        let shop = ShopAPI.Client(baseURL: url)
        let staff = shop.with(headers: ["X-Staff": "yes"])
        // An address that nobody has: the shop may be one that has been used.
        let email = UUID().uuidString.lowercased() + "@example.com"
        let ada = try await shop.user.create(body: .init(name: "Ada", email: email))
        let asAda = shop.with(headers: ["X-User-ID": "\(ada.id)"])
        var suite = Suite()

        await suite.test("a user is found, and changes only where it is said") {
            try equal(try await shop.user.show(id: ada.id), ada)
            let changed = try await shop.user.change(id: ada.id, body: .init(name: "Ada Lovelace"))
            try equal(changed.name, "Ada Lovelace")
            try equal(changed.email, email)
            try equal(abs(ada.createdAt.timeIntervalSinceNow) < 3600, true)
        }
        await suite.test("a body that does not fit is a 422 that names each member") {
            let error = try await problem {
                _ = try await shop.user.create(body: .init(name: "", email: "nobody"))
            }
            try equal(error.status, 422)
            try equal(Set(error.errors.compactMap(\.pointer)), ["/email", "/name"])
        }
        await suite.test("an address that is taken is a 409 with its code") {
            let error = try await problem {
                _ = try await shop.users.postUsers(body: .init(name: "Eve", email: email))
            }
            try equal(error.code, "email_taken")
        }
        await suite.test("pages follow one another") {
            let first = try await shop.product.list(limit: 2)
            let second = try await shop.product.list(page: 2, limit: 2)
            try equal(first.items.count, 2)
            try equal(Set((first.items + second.items).map(\.id)).count, min(first.total, 4))
        }
        await suite.test("an order is placed, moved on and seen by its customer") {
            let product = try await staff.staff.postNewProducts(
                body: .init(name: "Kite", price: .init(amount: 1250, currency: .eur), stock: 3))
            let new = ShopAPI.NewOrder(
                userID: ada.id, lines: [.init(productID: product.id, quantity: 2)])
            let order = try await asAda.order.place(body: new)
            try equal(order.total.amount, 2500)
            try equal(order.status, .placed)
            try equal(try await asAda.order.list().items.map(\.id), [order.id])
            let soldOut = try await problem { _ = try await asAda.order.place(body: new) }
            try equal(soldOut.problem.members["available"], .integer(1))
            let refused = try await problem {
                _ = try await asAda.staff.putOrderStatus(id: order.id, body: .init(status: .paid))
            }
            try equal(refused.status, 403)
            try equal(
                try await staff.staff.putOrderStatus(id: order.id, body: .init(status: .paid))
                    .status, .paid)
        }
        await suite.test("what is not there is nil, or a 404") {
            try equal(try await ShopAPI.orNil { try await shop.product.show(id: 999_999) }, nil)
            try equal(
                try await problem { _ = try await shop.product.show(id: 999_999) }.status, 404)
        }
        suite.finish()
    }

    static func problem(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Void
    ) async throws -> ShopAPI.ProblemError {
        do { try await body() } catch let error as ShopAPI.ProblemError { return error }
        throw Failure("nothing was thrown")
    }
}
