package struct Dispensary: Sendable {
    private let shelves: any Shelves

    package init(shelves: any Shelves) { self.shelves = shelves }

    package func dispense(_ prescription: Prescription) async throws -> Dispensing {
        var packs: [String: Int] = [:]
        for line in prescription.lines { packs[line.code, default: 0] += line.packs }
        return try await shelves.take(packs, doctor: prescription.doctor)
    }

    package func undo(_ id: Int) async throws {
        guard try await shelves.giveBack(id) else { throw PharmacyError.noDispensing(id) }
    }
}

package struct Services: Sendable {
    package let inventory: InventoryManager
    package let clerk: Dispensary

    package init(shelves: any Shelves, clerk: Dispensary) {
        inventory = InventoryManager(shelves: shelves)
        self.clerk = clerk
    }
}
