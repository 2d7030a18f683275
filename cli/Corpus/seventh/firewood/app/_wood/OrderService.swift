import Foundation

actor OrderService {
    private var orders: [Order] = []
    private var windows: [Int: ClosedRange<Date>] = [:]
    private let now: @Sendable () -> Date

    init(now: @escaping @Sendable () -> Date) { self.now = now }

    func place(_ new: NewOrder, price: Int) -> Order {
        let order = Order(
            id: orders.count + 1, household: new.household, zip: new.zip, wood: new.wood,
            steres: new.steres, price: price, placed: now())
        orders.append(order)
        return order
    }

    func find(_ id: Int) throws -> Order {
        guard let order = orders.first(where: { $0.id == id }) else { throw OrderError.unknown }
        return order
    }

    func all() -> [Order] { orders }

    func window(_ id: Int, _ range: ClosedRange<Date>) throws {
        guard try !find(id).delivered else { throw OrderError.delivered }
        windows[id] = range
    }

    func deliver(_ ids: [Int]) {
        orders = orders.map { order in
            var order = order
            if ids.contains(order.id) { order.delivered = true }
            return order
        }
    }
}
