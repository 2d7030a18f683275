import Fledge
import FledgeData

@Route struct OrdersRoute {
    let db: Database
    let kitchen: Kitchen

    func POST(body: NewOrder) async throws -> Created<Order> {
        let dish = try await kitchen.dish(body.dish)
        let order = try await db.transaction { tx in
            try await tx.execute("UPDATE days SET plates = plates + \(body.plates) WHERE day = \(body.day)")
            return try await tx.one(
                """
                INSERT INTO orders (dish, day, plates, state) VALUES (\(dish.id), \(body.day), \(body.plates), 'new')
                RETURNING *
                """, as: Order.self)
        }
        return Created(order, at: "/orders/\(order.id)")
    }
}
