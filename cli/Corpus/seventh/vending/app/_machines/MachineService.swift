/// The machines, and what they sold.
actor MachineService {
    private var machines: [String: Machine] = [:]

    func add(_ new: NewMachine) throws -> Machine {
        guard machines[new.serial] == nil else { throw VendingError.taken }
        let machine = Machine(
            serial: new.serial, place: new.place, slots: new.slots, capacity: new.slots * 8)
        machines[machine.serial] = machine
        return machine
    }

    func find(_ serial: String) throws -> Machine {
        guard let machine = machines[serial] else { throw VendingError.unknown }
        return machine
    }

    func all() -> [Machine] { machines.values.sorted { $0.serial < $1.serial } }

    func rename(_ serial: String, to place: String) throws -> Machine {
        var machine = try find(serial)
        if place.isEmpty || place.count > 80 || place.contains("\n") {
            throw VendingError.invalid("A place has 1 to 80 characters on one line.")
        }
        machine.place = place
        machines[serial] = machine
        return machine
    }

    func sold(_ sale: Sale, by serial: String, at temperature: Double) throws {
        var machine = try find(serial)
        machine.sales.append(sale)
        machine.temperature = temperature
        machines[serial] = machine
    }
}
