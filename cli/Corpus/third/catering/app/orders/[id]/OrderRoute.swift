import Fledge

@Route struct OrderRoute {
    let kitchen: Kitchen

    func GET(id: Int) async throws -> Order { try await kitchen.order(id) }

    /// Cancels it.
    func DELETE(id: Int, today: Int) async throws -> Order {
        let order = try await kitchen.order(id)
        if order.state == "cooked" || order.day - today < 2 && order.plates > 20 {
            throw Problem(.conflict, "It is too late to cancel.", code: "too_late")
        }
        return try await kitchen.move(id, to: "cancelled")
    }
}
