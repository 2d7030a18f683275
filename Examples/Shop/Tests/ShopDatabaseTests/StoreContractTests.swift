// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import ShopServices
import Testing

/// What every store promises, in memory and in SQL: a fake that drifts fails here.
@Suite struct StoreContractTests {
    private let now = Date(timeIntervalSince1970: 1_767_225_600.123)

    private func page(_ page: Int = 1, _ limit: Int = 20) -> PageRequest {
        PageRequest(page: page, limit: limit)
    }

    private func addUser(_ stores: Stores, _ email: String = "ada@example.com") async throws -> User
    {
        try await stores.users.add(name: "Ada", email: email, createdAt: now)
    }

    private func addPen(_ stores: Stores, stock: Int = 10) async throws -> Product {
        try await stores.products.add(
            NewProduct(name: "Pen", price: Money(250, .eur), stock: stock))
    }

    private func draft(_ user: User, _ lines: [(Product, Int)]) -> OrderDraft {
        OrderDraft(
            userID: user.id,
            lines: lines.map {
                Order.Line(
                    productID: $0.0.id, name: $0.0.name, quantity: $0.1, unitPrice: $0.0.price)
            }, total: Money(12345, .eur), createdAt: now)
    }

    @Test(arguments: Stage.all)
    func `a user is kept as it was added`(stage: Stage) async throws {
        try await stage.withStores { stores in
            let hostile = "Robert'); DROP TABLE users;--\"é👩‍🚀"
            let user = try await stores.users.add(name: hostile, email: "b@x.y", createdAt: now)
            let found = try await stores.users.find(user.id)
            #expect(found == user)
            #expect(found?.name == hostile)
            #expect(found?.createdAt == now)
            let missing = try await stores.users.find(9999)
            #expect(missing == nil)
        }
    }

    @Test(arguments: Stage.all)
    func `each kind of thing is counted from one`(stage: Stage) async throws {
        try await stage.withStores { stores in
            let product = try await addPen(stores)
            let user = try await addUser(stores)
            let order = try await stores.orders.place(draft(user, [(product, 1)]))
            #expect(product.id == 1)
            #expect(user.id == 1)
            #expect(order.id == 1)
        }
    }

    @Test(arguments: Stage.all)
    func `an address belongs to one user, when added and when changed`(stage: Stage)
        async throws
    {
        try await stage.withStores { stores in
            let ada = try await addUser(stores)
            let bob = try await addUser(stores, "bob@example.com")
            let added = await shopError { try await addUser(stores) }
            #expect(added == .emailTaken(ada.email))
            let changed = await shopError {
                try await stores.users.update(bob.id, UpdateUser(email: ada.email))
            }
            #expect(changed == .emailTaken(ada.email))
            let same = try await stores.users.update(ada.id, UpdateUser(email: ada.email))
            #expect(same == ada)
        }
    }

    @Test(arguments: Stage.all)
    func `an update changes what is not nil`(stage: Stage) async throws {
        try await stage.withStores { stores in
            var ada = try await addUser(stores)
            let same = try await stores.users.update(ada.id, UpdateUser())
            #expect(same == ada)
            ada.name = "Lovelace"
            let renamed = try await stores.users.update(ada.id, UpdateUser(name: ada.name))
            #expect(renamed == ada)
            let missing = try await stores.users.update(9999, UpdateUser(name: "x"))
            #expect(missing == nil)
        }
    }

    @Test(arguments: Stage.all)
    func `pages come in order and tell the whole number`(stage: Stage) async throws {
        try await stage.withStores { stores in
            for number in 1...5 { _ = try await addUser(stores, "u\(number)@x.y") }
            let second = try await stores.users.list(page(2, 2))
            #expect(second.items.map(\.email) == ["u3@x.y", "u4@x.y"])
            #expect((second.total, second.page, second.limit) == (5, 2, 2))
            let beyond = try await stores.users.list(page(9, 2))
            #expect(beyond.items.isEmpty && beyond.total == 5)
        }
    }

    @Test(arguments: Stage.all)
    func `a user is removed unless there are orders`(stage: Stage) async throws {
        try await stage.withStores { stores in
            let ada = try await addUser(stores)
            let bob = try await addUser(stores, "bob@example.com")
            let pen = try await addPen(stores)
            _ = try await stores.orders.place(draft(ada, [(pen, 1)]))
            let refused = await shopError { try await stores.users.remove(ada.id) }
            #expect(refused == .userHasOrders(ada.id))
            let removed = try await stores.users.remove(bob.id)
            #expect(removed)
            let again = try await stores.users.remove(bob.id)
            #expect(!again)
            let new = try await addUser(stores, "bob@example.com")
            #expect(new.id != bob.id, "a number is never given out twice")
        }
    }

    @Test(arguments: Stage.all)
    func `products are kept, found together and restocked`(stage: Stage) async throws {
        try await stage.withStores { stores in
            let pen = try await addPen(stores)
            let book = try await stores.products.add(
                NewProduct(name: "Book", price: Money(999, .usd), stock: 0))
            let found = try await stores.products.find([pen.id, 9999, book.id, pen.id])
            #expect(Set(found) == [pen, book])
            let none = try await stores.products.find([Product.ID]())
            #expect(none.isEmpty)
            let more = try await stores.products.restock(pen.id, by: 5)
            #expect(more?.stock == 15)
            let full = await shopError {
                try await stores.products.restock(pen.id, by: ProductService.maximumStock - 14)
            }
            #expect(full == .stockTooHigh)
            let missing = try await stores.products.restock(9999, by: 1)
            #expect(missing == nil)
            let listed = try await stores.products.list(page())
            #expect(listed.items.map(\.stock) == [15, 0])
        }
    }

    @Test(arguments: Stage.all)
    func `an order is kept as it was placed, with its lines in order`(stage: Stage)
        async throws
    {
        try await stage.withStores { stores in
            let ada = try await addUser(stores)
            let pen = try await addPen(stores)
            let book = try await stores.products.add(
                NewProduct(name: "Book", price: Money(999, .eur), stock: 3))
            let draft = draft(ada, [(book, 3), (pen, 4)])
            let order = try await stores.orders.place(draft)
            #expect(order == Order(id: order.id, draft: draft))
            let found = try await stores.orders.find(order.id)
            #expect(found == order)
            let stock = try await stores.products.find([pen.id, book.id]).map(\.stock).sorted()
            #expect(stock == [0, 6])
        }
    }

    @Test(arguments: Stage.all)
    func `an order that cannot be served changes nothing`(stage: Stage) async throws {
        try await stage.withStores { stores in
            let ada = try await addUser(stores)
            let pen = try await addPen(stores)
            let rare = try await addPen(stores, stock: 1)
            let short = await shopError {
                try await stores.orders.place(draft(ada, [(pen, 1), (rare, 2)]))
            }
            #expect(short == .outOfStock(product: rare.id, requested: 2, available: 1))
            let ghost = Product(id: 9999, name: "Ghost", price: Money(1, .eur), stock: 1)
            let unknown = await shopError {
                try await stores.orders.place(draft(ada, [(pen, 1), (ghost, 1)]))
            }
            #expect(unknown == .productNotFound(9999))
            let nobody = User(id: 9999, name: "", email: "", createdAt: now)
            let stranger = await shopError {
                try await stores.orders.place(draft(nobody, [(pen, 1)]))
            }
            #expect(stranger == .userNotFound(9999))
            let stock = try await stores.products.find(pen.id)?.stock
            #expect(stock == 10)
            let orders = try await stores.orders.list(of: nil, page())
            #expect(orders.total == 0)
        }
    }

    @Test(arguments: Stage.all)
    func `orders are listed by user, with their lines`(stage: Stage) async throws {
        try await stage.withStores { stores in
            let ada = try await addUser(stores)
            let bob = try await addUser(stores, "bob@example.com")
            let pen = try await addPen(stores)
            let first = try await stores.orders.place(draft(ada, [(pen, 1)]))
            let second = try await stores.orders.place(draft(bob, [(pen, 2)]))
            let all = try await stores.orders.list(of: nil, page())
            #expect(all.items == [first, second])
            let own = try await stores.orders.list(of: bob.id, page())
            #expect(own.items == [second] && own.total == 1)
        }
    }

    @Test(arguments: Stage.all)
    func `a change happens from the state it expects only, and a cancellation restocks`(
        stage: Stage
    ) async throws {
        try await stage.withStores { stores in
            let ada = try await addUser(stores)
            let pen = try await addPen(stores)
            let other = try await addPen(stores)
            let order = try await stores.orders.place(draft(ada, [(pen, 3), (other, 2)]))
            let wrong = try await stores.orders.change(order.id, from: .paid, to: .shipped)
            #expect(!wrong)
            let missing = try await stores.orders.change(9999, from: .placed, to: .paid)
            #expect(!missing)
            let cancelled = try await stores.orders.change(
                order.id, from: .placed, to: .cancelled)
            #expect(cancelled)
            let again = try await stores.orders.change(order.id, from: .placed, to: .cancelled)
            #expect(!again)
            let found = try await stores.orders.find(order.id)
            #expect(found?.status == .cancelled)
            let stocks = try await stores.products.list(page()).items.map(\.stock)
            #expect(stocks == [10, 10])
        }
    }

    @Test(arguments: Stage.all)
    func `50 orders at once for 10 pieces: 10 succeed`(stage: Stage) async throws {
        try await stage.withStores { stores in
            let ada = try await addUser(stores)
            let pen = try await addPen(stores)
            let draft = draft(ada, [(pen, 1)])
            let outcomes = await race(50, draft, on: [stores.orders])
            #expect(outcomes.sold == 10)
            #expect(outcomes.outOfStock == 40)
            let stock = try await stores.products.find(pen.id)?.stock
            #expect(stock == 0)
        }
    }

    @Test(arguments: Stage.all)
    func `a request places one order, however often and with how many at once it is sent`(
        stage: Stage
    ) async throws {
        try await stage.withStores { stores in
            let ada = try await addUser(stores)
            let pen = try await addPen(stores)
            let request = try request(ada, pen, "k-1")
            let draft = draft(ada, [(pen, 2)])
            let none = try await stores.orders.find(request)
            #expect(none == nil)
            let orders = try await withThrowingTaskGroup(of: Order.self) { group in
                for _ in 0..<50 {
                    group.addTask { try await stores.orders.place(draft, for: request) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(orders.map(\.id)).count == 1)
            let found = try await stores.orders.find(request)
            #expect(found == orders.first)
            let stock = try await stores.products.find(pen.id)?.stock
            #expect(stock == 8)
            let all = try await stores.orders.list(of: nil, page())
            #expect(all.total == 1)
        }
    }

    @Test(arguments: Stage.all)
    func `a key belongs to its user and to what was asked for with it`(stage: Stage)
        async throws
    {
        try await stage.withStores { stores in
            let ada = try await addUser(stores)
            let bob = try await addUser(stores, "bob@example.com")
            let pen = try await addPen(stores)
            let request = try request(ada, pen, "k-1")
            let first = try await stores.orders.place(draft(ada, [(pen, 1)]), for: request)
            let other = try self.request(ada, pen, "k-1", quantity: 2)
            let placed = await shopError {
                try await stores.orders.place(draft(ada, [(pen, 2)]), for: other)
            }
            #expect(placed == .keyReused(request.key))
            let found = await shopError { try await stores.orders.find(other) }
            #expect(found == .keyReused(request.key))
            let second = try await stores.orders.place(
                draft(bob, [(pen, 1)]), for: self.request(bob, pen, "k-1"))
            #expect(second.id != first.id)
        }
    }

    @Test(arguments: Stage.all)
    func `a request that could not be served may be sent again`(stage: Stage) async throws {
        try await stage.withStores { stores in
            let ada = try await addUser(stores)
            let pen = try await addPen(stores, stock: 0)
            let request = try request(ada, pen, "k-1")
            let refused = await shopError {
                try await stores.orders.place(draft(ada, [(pen, 1)]), for: request)
            }
            #expect(refused == .outOfStock(product: pen.id, requested: 1, available: 0))
            _ = try await stores.products.restock(pen.id, by: 1)
            let order = try await stores.orders.place(draft(ada, [(pen, 1)]), for: request)
            #expect(order.id == (try await stores.orders.find(request))?.id)
            let nobody = User(id: 9999, name: "", email: "", createdAt: now)
            let stranger = await shopError {
                try await stores.orders.place(
                    draft(nobody, [(pen, 1)]), for: self.request(nobody, pen, "k-1"))
            }
            #expect(stranger == .userNotFound(9999))
        }
    }

    private func request(
        _ user: User, _ product: Product, _ key: String, quantity: Int = 1
    ) throws -> OrderRequest {
        let new = NewOrder(
            userID: user.id, lines: [.init(productID: product.id, quantity: quantity)])
        return OrderRequest(new, key: try #require(IdempotencyKey(rawValue: key)))
    }
}
