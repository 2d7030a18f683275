enum KitchenError: Error, Equatable {
    case noDish(Int)
    case noOrder(Int)
}

protocol Pantry: Sendable {
    func dishes() async throws -> [Dish]
    func orders() async throws -> [Order]
    func save(_ order: Order) async throws
}

struct Kitchen: Sendable {
    let pantry: any Pantry

    func menu() async throws -> [Dish] { try await pantry.dishes() }

    func dish(_ id: Int) async throws -> Dish {
        guard let dish = try await pantry.dishes().first(where: { $0.id == id }) else {
            throw KitchenError.noDish(id)
        }
        return dish
    }

    func order(_ id: Int) async throws -> Order {
        guard let order = try await pantry.orders().first(where: { $0.id == id }) else {
            throw KitchenError.noOrder(id)
        }
        return order
    }

    func move(_ id: Int, to state: String) async throws -> Order {
        var order = try await order(id)
        order.state = state
        try await pantry.save(order)
        return order
    }

    func day(_ day: Int) async throws -> [Order] {
        try await pantry.orders().filter { $0.day == day && $0.state != "cancelled" }
    }

    func cookies() -> [Cookie] {
        [Cookie(flavour: "oat", grams: 40), Cookie(flavour: "ginger", grams: 35)]
    }
}
