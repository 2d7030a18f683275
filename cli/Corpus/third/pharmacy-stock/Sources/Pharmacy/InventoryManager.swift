package struct InventoryManager: Sendable {
    package static let shelf = 500
    private let shelves: any Shelves

    package init(shelves: any Shelves) { self.shelves = shelves }

    package func list(_ filter: DrugFilter) async throws -> [Drug] {
        try await shelves.drugs().filter { filter.controlled == nil || $0.isControlled == filter.controlled }
    }

    package func add(_ new: NewDrug) async throws -> Drug {
        let drug = Drug(
            code: new.code, name: new.name, packs: 0, isControlled: new.isControlled,
            minimumAge: new.minimumAge)
        try await shelves.save(drug)
        return drug
    }

    package func find(_ code: String) async throws -> Drug {
        guard let drug = try await shelves.drug(code) else { throw PharmacyError.noDrug(code) }
        return drug
    }

    package func setPacks(_ code: String, to packs: Int) async throws -> Drug {
        var drug = try await find(code)
        guard (0...Self.shelf).contains(packs) else { throw PharmacyError.outOfBounds }
        drug.packs = packs
        try await shelves.save(drug)
        return drug
    }
}
