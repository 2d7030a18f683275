import FledgeSchema

@Schema struct Slot: Hashable, Sendable {
    let id: Int
    let doctor: String
    /// In minutes since the clinic opened for the first time.
    let start: Int
    var price = 9_000
    var patient: String?
}

@Schema struct Wish: Sendable { var patient: String }

@Schema struct Patient: Hashable, Sendable {
    let name: String
    let phone: String
}

@Schema struct NewPatient: Sendable {
    var name: String
    var phone: String
}

actor SlotStore {
    private(set) var slots: [Int: Slot] = [:]
    private(set) var patients: [String: Patient] = [:]

    func save(_ slot: Slot) { slots[slot.id] = slot }
    func save(_ patient: Patient) { patients[patient.name] = patient }
}
