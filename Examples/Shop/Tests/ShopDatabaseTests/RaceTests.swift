// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import DatabaseTesting
import FledgeData
import Foundation
import ShopDatabase
import ShopServices
import Testing

struct Outcomes {
    var sold = 0
    var outOfStock = 0
    var others: [String] = []
}

/// Places an order many times at once, on the stores in turn, and counts what came of it.
func race(_ count: Int, _ draft: OrderDraft, on stores: [any OrderStore]) async -> Outcomes {
    await withTaskGroup(of: (any Error)?.self) { group in
        for number in 0..<count {
            let store = stores[number % stores.count]
            group.addTask {
                do { _ = try await store.place(draft) } catch { return error }
                return nil
            }
        }
        return await group.reduce(into: Outcomes()) { outcomes, error in
            switch error {
            case nil: outcomes.sold += 1
            case ShopError.outOfStock?: outcomes.outOfStock += 1
            case let error?: outcomes.others.append("\(error)")
            }
        }
    }
}

@Suite struct RaceTests {
    @Test(arguments: Backend.shared)
    func `two processes on one database sell no piece twice`(backend: Backend) async throws {
        try await backend.withAddress { open in
            // Two that share nothing but the database, as two processes do.
            let databases = try await [open(), open()]
            for database in databases { try await shopMigrations().apply(to: database) }
            let stores = databases.map { Stores.sql($0) }
            let services = Services(stores: stores[0])
            let ada = try await services.users.create(NewUser(name: "Ada", email: "a@b.c"))
            let pen = try await services.products.create(
                NewProduct(name: "Pen", price: Money(250, .eur), stock: 10))
            let line = Order.Line(
                productID: pen.id, name: pen.name, quantity: 1, unitPrice: pen.price)
            let draft = OrderDraft(
                userID: ada.id, lines: [line], total: pen.price, createdAt: Date())
            let outcomes = await race(50, draft, on: stores.map(\.orders))
            #expect(outcomes.sold == 10)
            #expect(outcomes.outOfStock == 40, "\(outcomes.others)")
            let left = try await stores[1].products.find(pen.id)?.stock
            #expect(left == 0)
            let orders = try await Services(stores: stores[1]).orders.list(by: .staff)
            #expect(orders.total == 10)
            for database in databases { try await database.close() }
        }
    }

    @Test(arguments: Backend.available)
    func `a cancelled order leaves the stock as it was`(backend: Backend) async throws {
        try await withShop(on: backend) { services, _ in
            let ada = try await services.users.create(NewUser(name: "Ada", email: "a@b.c"))
            let pen = try await services.products.create(
                NewProduct(name: "Pen", price: Money(250, .eur), stock: 100))
            let order = NewOrder(userID: ada.id, lines: [.init(productID: pen.id, quantity: 1)])
            let tasks = (0..<40).map { _ in
                Task { try await services.orders.place(order, by: .staff) }
            }
            for task in tasks.prefix(20) { task.cancel() }
            var placed = 0
            for task in tasks { if (try? await task.value) != nil { placed += 1 } }
            // How many were cancelled in time depends on the machine; that stock and orders agree,
            // and that nobody was told of an order that is not there, does not.
            let left = try await services.products.find(pen.id).stock
            let total = try await services.orders.list(by: .staff).total
            #expect(left == 100 - total)
            #expect(placed <= total)
        }
    }

    @Test(arguments: Backend.available)
    func `the schema refuses what the services would`(backend: Backend) async throws {
        try await withShop(on: backend) { _, database in
            try await database.execute(
                """
                INSERT INTO products (name, price_amount, price_currency, stock)
                VALUES ('Pen', 250, 'EUR', 1)
                """)
            let error = await #expect(throws: DatabaseError.self) {
                try await database.execute("UPDATE products SET stock = stock - 2")
            }
            #expect(error?.code == .checkViolation)
        }
    }

    @Test(arguments: Backend.available)
    func `a service works inside a transaction of its caller`(backend: Backend) async throws {
        struct Undo: Error {}
        try await withShop(on: backend) { _, database in
            await #expect(throws: Undo.self) {
                try await database.transaction { tx in
                    let services = Services(stores: .sql(tx))
                    let ada = try await services.users.create(NewUser(name: "Ada", email: "a@b.c"))
                    let pen = try await services.products.create(
                        NewProduct(name: "Pen", price: Money(250, .eur), stock: 1))
                    _ = try await services.orders.place(
                        NewOrder(userID: ada.id, lines: [.init(productID: pen.id, quantity: 1)]),
                        by: .staff)
                    throw Undo()
                }
            }
            let users = try await database.one("SELECT count(*) FROM users", as: Int.self)
            #expect(users == 0)
        }
    }

    private func withShop(
        on backend: Backend, _ body: (Services, Database) async throws -> Void
    ) async throws {
        try await backend.withDatabase { database in
            try await shopMigrations().apply(to: database)
            try await body(Services(stores: .sql(database)), database)
        }
    }
}
