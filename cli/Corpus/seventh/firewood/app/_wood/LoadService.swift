/// Kilograms on a truck, by the wood.
struct LoadService: Sendable {
    func weight(_ orders: [Order]) -> Int {
        orders.reduce(0) { sum, order in
            switch order.wood {
            case .beech: sum + order.steres * 460
            case .oak: sum + order.steres * 480
            case .spruce: sum + order.steres * 320
            }
        }
    }
}
