struct PatientService: Sendable {
    let store: SlotStore

    func register(_ new: NewPatient) async throws -> Patient {
        let patient = Patient(name: new.name, phone: new.phone.filter(\.isNumber))
        await store.save(patient)
        return patient
    }

    func find(_ name: String) async throws -> Patient? { await store.patients[name] }

    func booked(by name: String) async throws -> [Slot] {
        await store.slots.values.filter { $0.patient == name }
    }
}
