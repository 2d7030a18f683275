import Fledge

@Route struct OrderRoute {
    let orders: OrderService

    func GET(id: Int) async throws -> Order { try await orders.find(id) }

    /// Says when somebody is at home.
    func PATCH(id: Int, body: Reschedule) async throws -> Order {
        guard body.from < body.until else {
            throw Problem(.unprocessableContent, "The end is before the beginning.", code: "order")
        }
        try await orders.window(id, body.from...body.until)
        return try await orders.find(id)
    }
}
