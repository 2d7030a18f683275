import Foundation

/// What hangs on the rail.
actor AlterationService {
    private var items: [Int: Alteration] = [:]

    func add(_ new: NewAlteration, due: Date) -> Alteration {
        let item = Alteration(
            id: items.count + 1, customer: new.customer, work: new.work,
            centimetres: new.centimetres, state: .received, due: due)
        items[item.id] = item
        return item
    }

    func find(_ id: Int) throws -> Alteration {
        guard let item = items[id] else { throw TailorError.unknown(id) }
        return item
    }

    func all() -> [Alteration] {
        items.values.sorted { $0.id < $1.id }
    }

    func move(_ id: Int, to state: Alteration.State) throws -> Alteration {
        var item = try find(id)
        item.state = state
        items[id] = item
        return item
    }
}
