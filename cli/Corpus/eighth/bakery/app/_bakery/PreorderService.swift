/// Preorders: eight for each hour, and a dozen rolls cost as much as eleven.
actor PreorderService {
    private let breads: BreadService
    private let capacity = 8
    private var orders: [Int: Preorder] = [:]

    init(breads: BreadService) {
        self.breads = breads
    }

    func place(_ new: NewPreorder) async throws -> Preorder {
        var cents = 0
        for line in new.lines {
            guard let bread = await breads.find(line.slug) else {
                throw BakeryError.noBread(line.slug)
            }
            cents += bread.cents * (line.pieces - line.pieces / 12)
        }
        let inSlot = orders.values.filter { $0.slot == new.slot && $0.state != .cancelled }
        guard inSlot.count < capacity else { throw BakeryError.slotFull(new.slot) }
        let order = Preorder(
            id: orders.count + 1, customer: new.customer, lines: new.lines, slot: new.slot,
            cents: cents, state: .placed)
        orders[order.id] = order
        return order
    }

    func find(_ id: Int) throws -> Preorder {
        guard let order = orders[id] else { throw BakeryError.noPreorder(id) }
        return order
    }

    func cancel(_ id: Int) throws -> Preorder {
        var order = try find(id)
        guard order.state == .placed else { throw BakeryError.tooLate(order.state) }
        order.state = .cancelled
        orders[id] = order
        return order
    }

    /// Closes an hour: what was placed is baked.
    func bake(slot: Int) -> Int {
        let due = orders.values.filter { $0.slot == slot && $0.state == .placed }
        for order in due { orders[order.id]?.state = .baked }
        return due.count
    }
}
