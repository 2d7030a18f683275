import FledgeSchema

@Schema struct Repair: Equatable {
    @Schema enum Status: String { case reported, ordered, done }

    var id: Int
    var lease: Int
    var what: String
    var cost: Int
    var status: Status
}

@Schema struct NewRepair {
    var lease: Int
    @Field(.length(5...400)) var what: String
}

actor RepairDesk {
    private var repairs: [Repair] = []

    func report(_ new: NewRepair) -> Repair {
        let repair = Repair(
            id: repairs.count + 1, lease: new.lease, what: new.what, cost: 0, status: .reported)
        repairs.append(repair)
        return repair
    }

    func move(_ id: Int, to status: Repair.Status) -> Repair? {
        guard let index = repairs.firstIndex(where: { $0.id == id }) else { return nil }
        repairs[index].status = status
        return repairs[index]
    }

    func all() -> [Repair] { repairs }
}
