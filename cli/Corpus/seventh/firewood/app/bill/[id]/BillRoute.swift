import Fledge

@Route struct BillRoute {
    let orders: OrderService

    /// The bill as a page to print.
    func GET(id: Int) async throws -> HTML {
        let order = try await orders.find(id)
        let state = order.delivered ? "delivered" : "on its way"
        return HTML(
            "<h1>Bill \(order.id)</h1><p>\(HTML.escape(order.household)): \(order.steres) st. of "
                + "\(order.wood.rawValue), \(order.bill), \(state)</p>")
    }
}
