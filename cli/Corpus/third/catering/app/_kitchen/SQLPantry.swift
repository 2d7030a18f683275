import FledgeData

struct SQLPantry: Pantry {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func dishes() async throws -> [Dish] {
        try await db.query("SELECT * FROM dishes ORDER BY name", as: Dish.self)
    }

    func orders() async throws -> [Order] {
        try await db.query("SELECT * FROM orders ORDER BY id", as: Order.self)
    }

    func save(_ order: Order) async throws {
        try await db.execute("UPDATE orders SET state = \(order.state) WHERE id = \(order.id)")
    }
}
